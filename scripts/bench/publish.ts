import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { editorClient, newArticle } from "../../tests/e2e/content-editor.ts";
import { startSiteProcess } from "../../tests/e2e/site-process.ts";
import { round } from "./bench-line.ts";
import type { BenchLine } from "./bench-line.ts";
import { prepareTestBuild } from "./prepare-build.ts";

const root = resolve(import.meta.dirname, "../..");
const publishes = 20;
const patience = 10_000;

/**
 * From the moment a publish is sent to the moment everything shows it: the article, the list, the category and
 * the home page, in both scripts. First new articles, then edits of pages that were already served.
 */
export async function run(): Promise<BenchLine[]> {
  prepareTestBuild(root);
  const site = await startSiteProcess({ isAtHome: true });
  try {
    // A start rehearses a publish; no editor is logged in before that is over.
    await pause(5_000);
    const lake = editorClient(site);
    const created: number[] = [];
    const edited: number[] = [];
    for (let turn = 0; turn < publishes; turn++) {
      const article = newArticle({ title: `第${turn}次发布` });
      const path = `/news/${article.slug.current}`;
      created.push(await timeUntilShown(site.url, path, `第${turn}次`, () => lake.create(article)));
      const title = `修订${turn}版`;
      const edit = () => lake.patch(article._id).set({ title }).commit();
      edited.push(await timeUntilShown(site.url, path, `${turn}版`, edit));
      await lake.delete(article._id);
    }
    return [...linesOf("publish.new", created), ...linesOf("publish.edit", edited)];
  } finally {
    await site.stop();
  }
}

const pages = (path: string) =>
  ["zh-Hans", "zh-Hant"].flatMap((script) =>
    [path, "/news", "/news/category/company", ""].map((page) => `/${script}${page}`),
  );

/** How long, in ms, until every page that shows an article shows `words` too, from the moment `publish` begins. */
export async function timeUntilShown(
  url: string,
  path: string,
  words: string,
  publish: () => Promise<unknown>,
): Promise<number> {
  const startedAt = performance.now();
  await publish();
  await Promise.all(pages(path).map((page) => untilShown(url + page, words, startedAt)));
  return performance.now() - startedAt;
}

/** Not oftener: eight pages are watched on the processor that makes them. */
const glance = 25;

async function untilShown(address: string, words: string, startedAt: number): Promise<void> {
  for (;;) {
    const text = await (await fetch(address)).text();
    if (text.includes(words)) return;
    if (performance.now() - startedAt > patience)
      throw new Error(`${address} did not show "${words}" within ${patience} ms`);
    await pause(glance);
  }
}

function linesOf(name: string, times: readonly number[]): BenchLine[] {
  const sorted = times.toSorted((one, other) => one - other);
  return [
    { name: `${name}.median`, unit: "ms", value: round(sorted[sorted.length >> 1] ?? Number.NaN) },
    { name: `${name}.slowest`, unit: "ms", value: round(sorted.at(-1) ?? Number.NaN) },
  ];
}
