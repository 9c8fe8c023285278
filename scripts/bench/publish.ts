import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { editorClient, newArticle } from "../../tests/e2e/content-editor.ts";
import { startSiteProcess } from "../../tests/e2e/site-process.ts";
import { median, round } from "./bench-line.ts";
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
    const created: Shown[] = [];
    const edited: Shown[] = [];
    for (let turn = 0; turn < publishes; turn++) {
      const article = newArticle({ title: `第${turn}次发布` });
      const path = `/news/${article.slug.current}`;
      created.push(await timeUntilShown(site.url, path, `第${turn}次`, () => lake.create(article)));
      const title = `修订${turn}版`;
      const edit = () => lake.patch(article._id).set({ title }).commit();
      edited.push(await timeUntilShown(site.url, path, `${turn}版`, edit));
      await lake.delete(article._id);
    }
    return [...publishLines("publish.new", created), ...publishLines("publish.edit", edited)];
  } finally {
    await site.stop();
  }
}

/** How long a publish took, in ms, to be seen at the article's own two addresses, and on all eight pages that show it. */
export type Shown = { article: number; everywhere: number };

const scripts = ["zh-Hans", "zh-Hant"];
const pagesWithIt = ["/news", "/news/category/company", ""];

/** How long until the pages that show an article show `words` too, from the moment `publish` begins. */
export async function timeUntilShown(
  url: string,
  path: string,
  words: string,
  publish: () => Promise<unknown>,
): Promise<Shown> {
  const startedAt = performance.now();
  await publish();
  const untilAllShow = async (paths: readonly string[]): Promise<number> => {
    const addresses = scripts.flatMap((script) => paths.map((page) => `${url}/${script}${page}`));
    await Promise.all(addresses.map((address) => untilShown(address, words, startedAt)));
    return performance.now() - startedAt;
  };
  const [article, others] = await Promise.all([untilAllShow([path]), untilAllShow(pagesWithIt)]);
  return { article, everywhere: Math.max(article, others) };
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

/** The slowest and the median, of the article itself and of everything that shows it. */
export function publishLines(name: string, times: readonly Shown[]): BenchLine[] {
  const line = (what: string, values: readonly number[]): BenchLine[] => [
    { name: `${name}${what}.median`, unit: "ms", value: round(median(values)) },
    { name: `${name}${what}.slowest`, unit: "ms", value: round(Math.max(...values)) },
  ];
  return [
    ...line(
      ".article",
      times.map(({ article }) => article),
    ),
    ...line(
      "",
      times.map(({ everywhere }) => everywhere),
    ),
  ];
}
