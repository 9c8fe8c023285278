import { spawnSync } from "node:child_process";
import {
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
  request,
} from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, siteToken, startLakeProcess } from "../contract/lake-process.ts";
import { lookAt, newArticle, waitUntil } from "./content-editor.ts";
import { type SiteProcess, startSiteProcess } from "./site-process.ts";

const root = resolve(import.meta.dirname, "../..");
const names = pathToFileURL(join(root, "tests/fixtures/local-project-hosts.mjs")).href;

type Answer = (incoming: IncomingMessage, response: ServerResponse) => void;

const say =
  (status: number, type: string, body: string): Answer =>
  (_incoming, response) => {
    response.writeHead(status, { "content-type": type }).end(body);
  };
const json = (value: unknown) => say(200, "application/json", JSON.stringify(value));

const troubles: Record<string, Answer> = {
  "is gone": (incoming) => incoming.socket.destroy(),
  "never answers": () => {},
  "answers with errors": say(500, "application/json", '{"message":"out of order"}'),
  "answers with a page of some proxy": say(200, "text/html", "<html><p>Please log in</p></html>"),
  "answers with nothing": json({ result: null }),
  "answers as an empty dataset does": json({ result: { alive: false, data: [] } }),
  "answers in another shape": json({ result: { alive: true, data: "nonsense" } }),
  "breaks off": (_incoming, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "9999" });
    response.write('{"result":{"alive":true,"data":[');
    setTimeout(() => response.destroy(), 50);
  },
};

/** A way to the CMS that can be disturbed. */
function createWay(port: number): {
  server: Server;
  disturb(by: Answer | null): void;
  count(): number;
} {
  let trouble: Answer | null = null;
  let count = 0;
  const server = createServer((incoming, response) => {
    count += 1;
    if (trouble) return trouble(incoming, response);
    const { method, url, headers } = incoming;
    const onward = request({ port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    incoming.pipe(onward);
  });
  return { server, disturb: (by) => (trouble = by), count: () => count };
}

describe("a site whose CMS talks nonsense", { timeout: 240_000 }, () => {
  let lake: LakeProcess;
  let way: ReturnType<typeof createWay>;
  let site: SiteProcess;

  beforeAll(async () => {
    lake = await startLakeProcess({ LAKE_PROJECT_ID: "abc12345" });
    const seeded = spawnSync(process.execPath, ["lib/lake/cli.ts", "seed"], {
      cwd: root,
      env: { ...process.env, LAKE_PORT: String(lake.port), DATA_DIR: lake.dataDir },
      encoding: "utf8",
    });
    if (seeded.status !== 0) throw new Error(`The CMS was not filled: ${seeded.stderr}`);
    way = createWay(lake.port);
    await new Promise<void>((done) => way.server.listen(0, "127.0.0.1", done));
    const { port } = way.server.address() as AddressInfo;
    site = await startSiteProcess({
      isEmpty: true,
      environment: {
        SANITY_PROJECT_ID: "abc12345",
        SANITY_API_HOST: `http://lake.test:${port}`,
        SANITY_CDN_HOST: lake.url,
        SANITY_API_TOKEN: siteToken,
        NODE_OPTIONS: `--import ${names}`,
        REHEARSAL: "off",
        // Too small for any page, so that every visit reaches what is behind.
        PAGE_CACHE_MB: "0.001",
      },
    });
  });

  afterAll(async () => {
    await site.stop();
    way.server.closeAllConnections();
    way.server.close();
    await lake.remove();
  });

  it("keeps its pages, and shows within seconds of the return what was published meanwhile", async () => {
    const known = ["/zh-Hans", "/zh-Hant", "/zh-Hans/news", "/zh-Hant/contact"];
    for (const path of known) expect((await lookAt(site.url + path)).status, path).toBe(200);
    const article = newArticle({ title: "乱世之后" });
    const path = `/zh-Hant/news/${article.slug.current}`;
    for (const [name, trouble] of Object.entries(troubles)) {
      way.disturb(trouble);
      const before = way.count();
      // It looks for changes by itself; that look must do no harm.
      await waitUntil(
        async () => way.count(),
        (count) => count > before,
        30_000,
      );
      for (const page of known)
        expect((await lookAt(site.url + page)).status, `${page}: the CMS ${name}`).toBe(200);
    }
    await lake.client().create(article);
    expect((await lookAt(site.url + path)).status).not.toBe(200);
    way.disturb(null);
    const shown = await waitUntil(
      () => lookAt(site.url + path),
      ({ status }) => status === 200,
    );
    expect(shown).toMatchObject({ status: 200, text: expect.stringContaining("亂世之後") });
    const list = await waitUntil(
      () => lookAt(`${site.url}/zh-Hant/news`),
      ({ text }) => text.includes("亂世之後"),
    );
    expect(list.text).toContain("亂世之後");
  });
});
