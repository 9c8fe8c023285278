import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { hashPassword } from "../../../lib/lake/auth/password.ts";
import { type AccessLake, openAccessLake } from "../access-lake.ts";

const password = "tide-and-granite";
const fresh = "harbour-and-banyan";
const passwordHash = await hashPassword(password);
let site: AccessLake;
let here: string;
let elsewhere: string;

beforeEach(async () => {
  site = await openAccessLake();
  const { accounts } = site.lake.access;
  const { id } = accounts.createUser({
    login: "lin",
    name: "林雅雯",
    role: "viewer",
    passwordHash,
  });
  [here, elsewhere] = [accounts.createSession(id), accounts.createSession(id)];
});
afterEach(() => site.close());

const cookie = (secret: string) => ({ cookie: `sanitySession=${secret}` });
const isLoggedIn = async (secret: string) => {
  const response = await site.send("/vX/auth/id", { headers: cookie(secret) });
  return "id" in (await response.json());
};

function change(
  fields: Partial<Record<"current" | "fresh" | "repeat", string>> = {},
  headers: Record<string, string> = cookie(here),
) {
  const body = new URLSearchParams({ current: password, fresh, repeat: fresh, ...fields });
  return site.send("/password", { method: "POST", body, headers });
}

function logIn(given: string) {
  const body = new URLSearchParams({ login: "lin", password: given });
  return site.send("/login", { method: "POST", body });
}

describe("the page for a new password", () => {
  it("is a plain form in the reader's language for who is logged in", async () => {
    const response = await site.send("/password", {
      headers: { ...cookie(here), "accept-language": "zh-TW" },
    });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('lang="zh-Hant"');
    expect(page).toContain("變更密碼");
    expect(page).toContain("林雅雯");
    expect(page.match(/type="password"/g)).toHaveLength(3);
    expect(page).not.toContain("<script");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it.each([
    ["a stranger", () => ({})],
    ["a program", () => site.tokenFor("administrator")],
    ["another site's page", () => ({ ...cookie(here), origin: "https://evil.example" })],
  ])("sends %s to the login page, and changes nothing for it", async (_name, headers) => {
    for (const response of [
      await site.send("/password", { headers: headers() }),
      await change({}, headers()),
    ]) {
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toBe(
        "login?type=cookie&origin=https%3A%2F%2Fexample.com%2Fapi%2Flake%2Fpassword",
      );
    }
    expect((await logIn(password)).status).toBe(303);
  });
});

describe("changing the password", () => {
  it("counts from now on, ends every other session and keeps this one's reader logged in", async () => {
    const response = await change({}, { ...cookie(here), origin: "https://example.com" });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("密码已修改");
    const renewed = /sanitySession=(\w+)/.exec(response.headers.get("set-cookie") ?? "")?.[1] ?? "";
    expect(await isLoggedIn(renewed)).toBe(true);
    expect(await isLoggedIn(here)).toBe(false);
    expect(await isLoggedIn(elsewhere)).toBe(false);
    expect((await logIn(password)).status).toBe(401);
    expect((await logIn(fresh)).status).toBe(303);
  });

  it("forgets the password that the first start printed", async () => {
    const file = join(site.folder, "first-login.txt");
    writeFileSync(file, "password: something");
    await change();
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ["the current one is wrong", { current: "guess-number-one" }, 401, "现在的密码不对"],
    ["the new ones differ", { repeat: "harbour-and-pine" }, 400, "不一样"],
    ["it is too short", { fresh: "short", repeat: "short" }, 400, "10 到 200"],
    ["it is the current one", { fresh: password, repeat: password }, 400, "请换一个"],
    ["a field is empty", { current: "" }, 400, "请填写全部三栏"],
  ])("is refused with one sentence when %s", async (_name, fields, status, sentence) => {
    const response = await change(fields);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(sentence);
    expect(await isLoggedIn(elsewhere)).toBe(true);
    expect((await logIn(password)).status).toBe(303);
  });

  it("slows down who guesses the current one", async () => {
    const guesses = Array.from({ length: 5 }, (_, at) => ({ current: `guess number ${at}` }));
    // All at once: the first wait is a second, and on a busy machine five guesses take longer.
    const answers = await Promise.all([...guesses, {}].map((fields) => change(fields)));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(answers.at(-1)?.headers.get("retry-after")).toMatch(/^\d+$/);
  });
});
