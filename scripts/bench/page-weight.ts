import { once } from "node:events";
import { request } from "node:http";
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";

import { launchBrowser } from "../../tests/e2e/launch-browser.ts";
import { startSiteProcess } from "../../tests/e2e/site-process.ts";
import { anArticle } from "./an-article.ts";
import { round } from "./bench-line.ts";
import type { BenchLine } from "./bench-line.ts";
import { prepareTestBuild } from "./prepare-build.ts";

const root = resolve(import.meta.dirname, "../..");

type Loaded = { url: string; kind: string };

/**
 * What a first visit to an article loads in a real browser: compressed bytes by kind, requests, hosts.
 *
 * Bytes are what gzip makes of them, whatever the browser would have taken, so that they compare with others' figures.
 */
export async function run(): Promise<BenchLine[]> {
  prepareTestBuild(root);
  const site = await startSiteProcess({ isAtHome: true });
  try {
    const loaded = await coldLoad(site.url + (await anArticle(site.url)));
    const kilobytes = async (...kinds: string[]) => {
      const sizes = await Promise.all(
        loaded.filter(({ kind }) => kinds.includes(kind)).map(({ url }) => gzipSize(url)),
      );
      return round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
    };
    return [
      {
        name: "page-weight.html-css",
        unit: "KB gzip",
        value: await kilobytes("document", "stylesheet"),
      },
      { name: "page-weight.js", unit: "KB gzip", value: await kilobytes("script") },
      { name: "page-weight.font", unit: "KB", value: await kilobytes("font") },
      { name: "page-weight.image", unit: "KB", value: await kilobytes("image") },
      { name: "page-weight.requests", unit: "requests", value: loaded.length },
      {
        name: "page-weight.hosts",
        unit: "hosts",
        value: new Set(loaded.map(({ url }) => new URL(url).host)).size,
      },
    ];
  } finally {
    await site.stop();
  }
}

async function coldLoad(url: string): Promise<Loaded[]> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({
      viewport: { width: 412, height: 823 },
      deviceScaleFactor: 2,
    });
    const loaded: Loaded[] = [];
    page.on("request", (asked) => {
      if (asked.url().startsWith("http"))
        loaded.push({ url: asked.url(), kind: asked.resourceType() });
    });
    await page.goto(url, { waitUntil: "networkidle" });
    return loaded;
  } finally {
    await browser.close();
  }
}

/** Bytes of the body as it crosses the wire. */
async function gzipSize(url: string): Promise<number> {
  const asked = request(url, { headers: { "accept-encoding": "gzip" } });
  const answered = once(asked, "response");
  asked.end();
  const [incoming] = await answered;
  return (await buffer(incoming)).length;
}
