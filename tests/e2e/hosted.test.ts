import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, siteToken, startLakeProcess } from "../contract/lake-process.ts";
import { lookAt, newArticle, waitUntil } from "./content-editor.ts";
import { type SiteProcess, startSiteProcess } from "./site-process.ts";

const root = resolve(import.meta.dirname, "../..");
const names = pathToFileURL(join(root, "tests/fixtures/local-project-hosts.mjs")).href;
const projectId = "abc12345";

/** A lake that stands in for the hosted service under `<project>.lake.test`, and sends no webhooks. */
describe("a site with SANITY_PROJECT_ID", { timeout: 180_000 }, () => {
  let lake: LakeProcess;
  let site: SiteProcess;

  beforeAll(async () => {
    lake = await startLakeProcess({ LAKE_PROJECT_ID: projectId });
    const seeded = spawnSync(process.execPath, ["lib/lake/cli.ts", "seed"], {
      cwd: root,
      env: { ...process.env, LAKE_PORT: String(lake.port), DATA_DIR: lake.dataDir },
      encoding: "utf8",
    });
    if (seeded.status !== 0) throw new Error(`The stand-in was not filled: ${seeded.stderr}`);
    await lake.client().create({
      _id: "inquiry.of-long-ago",
      _type: "inquiry",
      _createdAt: "2020-01-01T00:00:00.000Z",
    });
    site = await startSiteProcess({
      isEmpty: true,
      environment: {
        SANITY_PROJECT_ID: projectId,
        SANITY_DATASET: "production",
        SANITY_API_HOST: `http://lake.test:${lake.port}`,
        SANITY_CDN_HOST: lake.url,
        SANITY_API_TOKEN: siteToken,
        SANITY_WEBHOOK_SECRET: "a-secret-of-the-stand-in",
        NODE_OPTIONS: `--import ${names}`,
        REHEARSAL: "off",
      },
    });
  });

  afterAll(async () => {
    await site.stop();
    await lake.remove();
  });

  const see = (path: string) => lookAt(`${site.url}${path}`);

  it("starts no lake of its own and shows the content of the service", async () => {
    await expect(fetch(`${site.lakeUrl}/status`)).rejects.toThrow("fetch failed");
    expect(await see("/zh-Hant/news")).toMatchObject({ status: 200 });
    expect((await see("/api/health")).status).toBe(200);
  });

  it("deletes a message that is older than promised", async () => {
    const left = await waitUntil(
      () => lake.client().fetch<string[]>(`*[_type == "inquiry"]._id`),
      (ids) => !ids.includes("inquiry.of-long-ago"),
    );
    expect(left).not.toContain("inquiry.of-long-ago");
    // One of this month, which the demo brings along, stays.
    expect(left).toHaveLength(1);
  });

  it("serves the service's images from its own address", async () => {
    const { text } = await waitUntil(
      () => see("/zh-Hans"),
      (seen) => seen.text.includes(`/images/${projectId}/production/`),
    );
    const image = /src="(\/api\/lake\/images\/abc12345\/production\/[^"]+)"/.exec(text)?.[1] ?? "";
    const response = await fetch(site.url + image.replaceAll("&amp;", "&"));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^image\//);
  });

  it("gives the Studio the project of the service", async () => {
    const { text } = await see("/studio");
    expect(text).toContain(projectId);
  });

  it("shows within 60 s what no webhook told of, and takes back what was withdrawn", async () => {
    const article = newArticle({ title: "没有通知的发布" });
    const path = `/zh-Hant/news/${article.slug.current}`;
    expect((await see(path)).status).toBe(404);
    await lake.client().create(article);
    const shown = await waitUntil(
      () => see(path),
      ({ status }) => status === 200,
      60_000,
    );
    expect(shown.text).toContain("沒有通知的發布");
    const search = `/zh-Hant/search?q=${encodeURIComponent("通知的发布")}`;
    const link = `/news/${article.slug.current}"`;
    const found = await waitUntil(
      () => see(search),
      ({ text }) => text.includes(link),
    );
    expect(found.text).toContain(link);
    await lake.client().delete(article._id);
    const gone = await waitUntil(
      () => see(path),
      ({ status }) => status === 404,
      60_000,
    );
    expect(gone.status).toBe(404);
    const forgotten = await waitUntil(
      () => see(search),
      ({ text }) => !text.includes(link),
    );
    expect(forgotten.text).not.toContain(link);
  });

  it("keeps every page it has while the service is down, says so, and goes on afterwards", async () => {
    const pages = ["/zh-Hans", "/zh-Hant", "/zh-Hant/news", "/zh-Hans/contact"];
    for (const page of pages) expect((await see(page)).status).toBe(200);
    await lake.stop("SIGKILL");
    expect((await see("/api/health")).status).toBe(503);
    for (const page of pages) expect((await see(page)).status, page).toBe(200);
    await lake.restart();
    const health = await waitUntil(
      () => see("/api/health"),
      ({ status }) => status === 200,
    );
    expect(health.status).toBe(200);
    const article = newArticle({ title: "恢复之后的发布" });
    await lake.client().create(article);
    const path = `/zh-Hans/news/${article.slug.current}`;
    const shown = await waitUntil(
      () => see(path),
      ({ status }) => status === 200,
      60_000,
    );
    expect(shown.status).toBe(200);
  });
});
