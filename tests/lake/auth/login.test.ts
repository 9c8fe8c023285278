import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { hashPassword } from "../../../lib/lake/auth/password.ts";
import { type AccessLake, openAccessLake } from "../access-lake.ts";

const password = "tide-and-granite";
let site: AccessLake;

beforeAll(async () => {
  site = await openAccessLake();
  site.lake.access.accounts.createUser({
    login: "lin",
    name: "林雅雯",
    role: "editor",
    passwordHash: await hashPassword(password),
  });
});
afterAll(() => site.close());

type Attempt = {
  login?: string;
  password?: string;
  query?: string;
  headers?: Record<string, string>;
};

function logIn({
  login = "lin",
  password: given = password,
  query = "",
  headers = {},
}: Attempt = {}) {
  return site.send(`/login${query}`, {
    method: "POST",
    body: new URLSearchParams({ login, password: given }),
    headers: { "x-forwarded-for": "203.0.113.7", ...headers },
  });
}

const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";

describe("the login page", () => {
  it("is a plain form in the reader's language that no other site may frame or feed", async () => {
    const response = await site.send("/login", { headers: { "accept-language": "zh-TW" } });
    const page = await response.text();
    expect(page).toContain('lang="zh-Hant"');
    expect(page).toContain("登入");
    expect(page).toMatch(/<form method="post">/);
    expect(page).not.toContain("<script");
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
  });

  it("shows what was typed as text, never as markup", async () => {
    const response = await logIn({
      login: '"><script>alert(1)</script>',
      headers: { "x-forwarded-for": "203.0.113.66" },
    });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain("<script");
  });
});

describe("logging in", () => {
  it("sets a cookie that scripts cannot read and goes back to the Studio", async () => {
    const response = await logIn({
      query: "?origin=https%3A%2F%2Fexample.com%2Fstudio%2Fdesk&type=cookie",
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(
      /^https:\/\/example\.com\/studio\/desk#sid=.{20,}$/,
    );
    expect(response.headers.get("set-cookie")).toMatch(
      /^sanitySession=st\w{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const me = await site.send("/vX/users/me", { headers: { cookie: cookieOf(response) } });
    expect(await me.json()).toMatchObject({
      name: "林雅雯",
      role: "editor",
      roles: [{ name: "editor" }],
    });
  });

  it.each(["https://evil.test/studio", "javascript:alert(1)", "https://example.com@evil.test", ""])(
    "does not go to %j, but to our Studio",
    async (origin) => {
      const response = await logIn({ query: `?${new URLSearchParams({ origin })}` });
      expect(response.headers.get("location")).toMatch(/^https:\/\/example\.com\/studio#sid=/);
    },
  );

  it.each([{ password: "tide-and-granit" }, { login: "nobody" }, { login: "site" }])(
    "refuses %j with the same words",
    async (attempt) => {
      const response = await logIn({ ...attempt, headers: { "x-forwarded-for": "203.0.113.8" } });
      expect(response.status).toBe(401);
      expect(response.headers.get("set-cookie")).toBeNull();
      expect(await response.text()).toContain("用户名或密码不对");
    },
  );

  it("refuses a form that another site sent", async () => {
    const response = await logIn({ headers: { origin: "https://evil.test" } });
    expect(response.status).toBe(403);
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  it("says when to come back after too many failures, even to the right password", async () => {
    const headers = { "x-forwarded-for": "spoofed, 203.0.113.99" };
    for (let attempt = 0; attempt < 12; attempt += 1) {
      site.lake.access.throttle.fail("203.0.113.99", "lin");
    }
    const response = await logIn({ headers });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await logIn()).status).toBe(303);
  });

  it("counts attempts that come all at once", async () => {
    const headers = { "x-forwarded-for": "203.0.113.100" };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => logIn({ password: `guess-${index}`, headers })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(7);
  });
});

async function whoIs(headers: Record<string, string>) {
  const response = await site.send("/vX/auth/id", { headers });
  const body: { id?: string } = await response.json();
  return { status: response.status, id: body.id ?? null };
}

describe("a session", () => {
  it("ends at logout", async () => {
    const cookie = cookieOf(await logIn());
    expect((await whoIs({ cookie })).id).toMatch(/^p/);
    const out = await site.send("/vX/auth/logout", { method: "POST", headers: { cookie } });
    expect(out.headers.get("set-cookie")).toMatch(/^sanitySession=; Max-Age=0/);
    expect(await whoIs({ cookie })).toEqual({ status: 200, id: null });
  });

  it("is worth nothing to a page of another origin, another port of this machine included", async () => {
    const cookie = cookieOf(await logIn());
    expect((await whoIs({ cookie, origin: "https://example.com" })).id).toMatch(/^p/);
    expect((await whoIs({ cookie, origin: "http://localhost:3000" })).id).toBeNull();
  });

  it("ends when the password changes", async () => {
    const { accounts } = site.lake.access;
    const { id } = accounts.createUser({
      login: "chen",
      name: "陈",
      role: "viewer",
      passwordHash: await hashPassword(password),
    });
    const cookie = cookieOf(await logIn({ login: "chen" }));
    expect((await whoIs({ cookie })).id).toBe(id);
    accounts.setPasswordHash(id, await hashPassword("another-password"));
    expect((await whoIs({ cookie })).id).toBeNull();
  });

  it("is exchanged for a token once, and only where the Studio keeps tokens", async () => {
    const location = (await logIn({ query: "?type=dual" })).headers.get("location") ?? "";
    const sid = location.split("#sid=")[1] ?? "";
    const first = await site.send(`/vX/auth/fetch?sid=${sid}`);
    const { token } = (await first.json()) as { token: string };
    expect((await whoIs({ authorization: `Bearer ${token}` })).id).toMatch(/^p/);
    expect((await site.send(`/vX/auth/fetch?sid=${sid}`)).status).toBe(401);

    const cookieOnly = (await logIn({ query: "?type=cookie" })).headers.get("location") ?? "";
    const answer = await site.send(`/vX/auth/fetch?sid=${cookieOnly.split("#sid=")[1]}`);
    expect(await answer.json()).toEqual({ token: "" });
    expect(answer.headers.get("set-cookie")).toBeNull();
  });
});
