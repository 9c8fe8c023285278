import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";
import { type SiteProcess, startSiteProcess } from "./site-process.ts";

let site: SiteProcess;

beforeAll(async () => {
  site = await startSiteProcess();
});

afterAll(() => site.stop());

describe("the front door, when its lake dies", { timeout: 120_000 }, () => {
  it("keeps serving the pages it has, starts the lake again, and publishes as before", async () => {
    const pages = ["/zh-Hans", "/zh-Hant/news", "/zh-Hant/contact"];
    for (const page of pages) await lookAt(site.url + page);
    const lake = lakeOf(site.pid);
    process.kill(lake, "SIGKILL");
    for (const page of pages) expect((await lookAt(site.url + page)).status, page).toBe(200);
    const health = await waitUntil(
      () => lookAt(`${site.url}/api/health`),
      ({ status }) => status === 200,
      20_000,
    );
    expect(health.status).toBe(200);
    expect(lakeOf(site.pid)).not.toBe(lake);
    const article = newArticle({ title: "重新启动之后" });
    await editorClient(site).create(article);
    const shown = await waitUntil(
      () => lookAt(`${site.url}/zh-Hant/news/${article.slug.current}`),
      ({ status }) => status === 200,
    );
    expect(shown.text).toContain("重新啟動之後");
  });
});

describe("the front door, when its lake hangs", { timeout: 120_000 }, () => {
  it("shows the pages that it has, and goes on when the lake does", async () => {
    const lake = lakeOf(site.pid);
    const article = newArticle({ title: "醒来之后" });
    const pages = ["/zh-Hans", "/zh-Hant", "/zh-Hans/news", "/zh-Hant/contact", "/zh-Hant/saved"];
    process.kill(lake, "SIGSTOP");
    try {
      for (const page of pages) expect((await lookAt(site.url + page)).status, page).toBe(200);
      expect((await lookAt(`${site.url}/api/health`)).status).toBe(503);
    } finally {
      process.kill(lake, "SIGCONT");
    }
    await editorClient(site).create(article);
    const shown = await waitUntil(
      () => lookAt(`${site.url}/zh-Hant/news/${article.slug.current}`),
      ({ status }) => status === 200,
      30_000,
    );
    expect(shown.text).toContain("醒來之後");
    const log = await readFile(site.log, "utf8");
    expect(log).toContain("The CMS could not be asked: ");
    // The client's own errors hold their whole request.
    expect(log).not.toContain("callSiteStack");
  });
});

describe("the front door, when it is told to stop", { timeout: 120_000 }, () => {
  it("complains of nothing, in the midst of a publish", async () => {
    const before = (await readFile(site.log, "utf8")).length;
    await editorClient(site).create(newArticle({ title: "最后一篇" }));
    await pause(100);
    await site.stop();
    expect((await readFile(site.log, "utf8")).slice(before)).toBe("");
  });
});

/** The process id of the lake that this front door runs. */
function lakeOf(parent: number): number {
  const { stdout } = spawnSync("ps", ["-o", "pid=,args=", "--ppid", String(parent)], {
    encoding: "utf8",
  });
  const line = stdout.split("\n").find((row) => row.includes("lib/lake/cli.ts")) ?? "";
  const pid = Number.parseInt(line, 10);
  if (!Number.isInteger(pid)) throw new Error(`Process ${parent} runs no lake:\n${stdout}`);
  return pid;
}
