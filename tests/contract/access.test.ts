import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, startLakeProcess } from "./lake-process.ts";
import { runCommand } from "./run-command.ts";

let lake: LakeProcess;
let environment: Record<string, string>;
beforeAll(async () => {
  lake = await startLakeProcess();
  environment = { DATA_DIR: lake.dataDir, LAKE_PORT: String(lake.port) };
});
afterAll(() => lake.remove());

const run = (parameters: string, input = "") =>
  runCommand(parameters.split(" "), { environment, input });

function logIn(login: string, password: string): Promise<Response> {
  return fetch(`${lake.url}/login?type=cookie`, {
    method: "POST",
    body: new URLSearchParams({ login, password }),
    redirect: "manual",
  });
}

describe("the first start", () => {
  it("prints one random password, which logs in, and keeps it for the operator alone", async () => {
    await expect
      .poll(lake.output, { timeout: 10_000 })
      .toMatch(/^First login: user admin password \S+$/m);
    const password = /First login: user admin password (\S+)/.exec(lake.output())?.[1] ?? "";
    expect((await logIn("admin", password)).status).toBe(303);
    const file = join(lake.dataDir, "first-login.txt");
    expect(await readFile(file, "utf8")).toContain(password);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(lake.dataDir, "lake.db"))).mode & 0o077).toBe(0);
  });

  it("is told once, and forgotten when the password changes", async () => {
    await lake.stop();
    await lake.restart();
    const changed = await run("user password admin --ask", "a password of my own\n");
    expect(changed).toMatchObject({ code: 0, stdout: "" });
    expect((await logIn("admin", "a password of my own")).status).toBe(303);
    await expect(stat(join(lake.dataDir, "first-login.txt"))).rejects.toThrow("ENOENT");
    expect(lake.output()).not.toContain("First login");
  });
});

/** Listen to everything with a token; answers what was heard so far. */
async function listen(token: string): Promise<() => string> {
  const url = `${lake.url}/v1/data/listen/production?query=*&includeResult=true`;
  const { body } = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  let text = "";
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
  })().catch(() => undefined);
  await expect.poll(() => text, { timeout: 10_000 }).toContain("event: welcome");
  return () => text;
}

describe("the token command", () => {
  it.each([true, false])(
    "prints a token and nothing else, with a lake that runs: %s",
    async (runs) => {
      if (!runs) await lake.stop();
      const made = await run("token create --role administrator");
      if (!runs) await lake.restart();
      expect(made).toMatchObject({
        code: 0,
        stderr: "",
        stdout: expect.stringMatching(/^sk\w{43}\n$/),
      });
      const client = lake.client({ token: made.stdout.trim() });
      expect(await client.users.getById("me")).toMatchObject({ role: "administrator" });
    },
  );

  it("revokes at once", async () => {
    const secret = (await run("token create --role editor --label robot")).stdout.trim();
    const client = lake.client({ token: secret });
    await client.create({ _type: "note" });
    const id = (await run("token list")).stdout
      .split("\n")
      .find((line) => line.endsWith("robot"))
      ?.split("\t")[0];
    const heard = await listen(secret);
    expect(await run(`token revoke ${id}`)).toMatchObject({ code: 0 });
    await lake.client().create({ _id: "inquiry.after", _type: "note" });
    await expect.poll(heard, { timeout: 10_000 }).toContain("event: channelError");
    expect(heard()).not.toContain("inquiry.after");
    await expect(client.create({ _type: "note" })).rejects.toMatchObject({ statusCode: 401 });
    expect(await run(`token revoke ${id}`)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no token"),
    });
  });

  it.each(["token", "token create --role king", "user create", "user role admin king", "fly", ""])(
    "says what to say to %j",
    async (parameters) => {
      const refused = await run(parameters);
      expect(refused).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^Say/) });
      expect(refused.stderr.trim().split("\n")).toHaveLength(1);
    },
  );
});

describe("the user command", () => {
  it("makes, changes and removes users, and the lake holds to it", async () => {
    const password = (await run("user create wu --name 吴 --role viewer")).stdout.trim();
    const cookie = (await logIn("wu", password)).headers.get("set-cookie")?.split(";")[0] ?? "";
    const write = () =>
      fetch(`${lake.url}/v2025-02-19/data/mutate/production`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json" },
        body: JSON.stringify({ mutations: [{ create: { _type: "note" } }] }),
      });
    expect((await write()).status).toBe(403);
    await run("user role wu editor");
    expect((await write()).status).toBe(200);
    expect((await run("user list")).stdout).toMatch(/\twu\teditor\t.*\t吴$/m);
    await run("user remove wu");
    expect((await write()).status).toBe(401);
    expect((await logIn("wu", password)).status).toBe(401);
  });

  it("never leaves nobody who may do everything", async () => {
    for (const parameters of ["user remove admin", "user role admin viewer"]) {
      expect(await run(parameters)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("last administrator"),
      });
    }
  });
});

describe("the audit record", () => {
  it("has a line for every write, login and change of access, without any secret", async () => {
    const { transactionId } = await lake
      .client()
      .transaction()
      .create({ _id: "audited", _type: "note" })
      .create({ _id: "drafts.audited", _type: "note" })
      .commit();
    const file = join(lake.dataDir, "audit.ndjson");
    await expect.poll(() => readFile(file, "utf8")).toContain(transactionId);
    const text = await readFile(file, "utf8");
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual({
      time: expect.any(String),
      event: "write",
      author: "site",
      dataset: "production",
      transaction: transactionId,
      documents: [
        { id: "audited", change: "create" },
        { id: "drafts.audited", change: "create" },
      ],
    });
    expect(lines).toContainEqual(
      expect.objectContaining({ event: "login", login: "wu", outcome: "refused" }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ event: "access", change: "user remove", subject: "wu" }),
    );
    expect(text).not.toContain("a password of my own");
    expect(text).not.toMatch(/\bsk\w{43}/);
  });
});
