import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { ExpectedFailure } from "../../lib/server/failure.ts";
import { startSiteProcess } from "../../tests/e2e/site-process.ts";
import { inTurn } from "../in-turn.ts";
import { findBrowser } from "../setup/browser.ts";
import { anArticle } from "./an-article.ts";
import { median, round } from "./bench-line.ts";
import type { BenchLine } from "./bench-line.ts";
import { prepareTestBuild } from "./prepare-build.ts";

const root = resolve(import.meta.dirname, "../..");
const runs = 5;
// 176 MB that nothing else needs, so it is fetched when this is run and is no dependency.
const lighthouse = "lighthouse@13.5.0";

const auditSchema = z.object({ score: z.number().nullable(), numericValue: z.number().optional() });
const categorySchema = z.object({
  score: z.number(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});
const reportSchema = z.object({
  categories: z.object({
    performance: categorySchema,
    accessibility: categorySchema,
    "best-practices": categorySchema,
    seo: categorySchema,
  }),
  audits: z.record(z.string(), auditSchema),
});

type Report = z.infer<typeof reportSchema>;
type Category = keyof Report["categories"];

const categories: readonly Category[] = ["performance", "accessibility", "best-practices", "seo"];

/** Lighthouse's view of a home page, a list and an article on a slow phone: the median of five visits each. */
export async function run(): Promise<BenchLine[]> {
  prepareTestBuild(root);
  const site = await startSiteProcess({ isAtHome: true });
  try {
    // A start rehearses a publish; the browser is not to share its processor with that.
    await pause(5_000);
    const pages = [
      { name: "home", path: "/zh-Hans" },
      { name: "list", path: "/zh-Hans/news" },
      { name: "article", path: await anArticle(site.url) },
    ];
    const lines: BenchLine[] = [];
    await inTurn(pages, async ({ name, path }) => {
      const reports: Report[] = [];
      await inTurn(
        Array.from({ length: runs }, () => site.url + path),
        async (url) => void reports.push(await visit(url)),
      );
      lines.push(...linesOf(`lighthouse.${name}`, reports));
    });
    return lines;
  } finally {
    await site.stop();
  }
}

async function visit(url: string): Promise<Report> {
  const browser = findBrowser();
  if (browser === null) throw new ExpectedFailure("There is no browser: run npm test once");
  const flags = ["--quiet", "--output=json", "--output-path=stdout"];
  const chrome = "--chrome-flags=--headless=new --no-sandbox --disable-gpu";
  const child = spawn(
    "npm",
    ["exec", "--yes", `--package=${lighthouse}`, "--", "lighthouse", url, ...flags, chrome],
    { env: { ...process.env, CHROME_PATH: browser }, stdio: ["ignore", "pipe", "inherit"] },
  );
  const [words, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new ExpectedFailure(`${lighthouse} could not be run; why is above.`);
  return reportSchema.parse(JSON.parse(words));
}

function linesOf(name: string, reports: readonly Report[]): BenchLine[] {
  const shift = reports.map(({ audits }) => audits["cumulative-layout-shift"]?.numericValue ?? 1);
  return [
    ...categories.map((category) => ({
      name: `${name}.${category}`,
      unit: "points",
      value: round(100 * median(reports.map((report) => report.categories[category].score))),
      short: fallingShort(reports, category),
    })),
    { name: `${name}.cls`, unit: "shift", value: round(Math.max(...shift), 4) },
  ];
}

/** What kept a category from the full score in any of the visits. */
function fallingShort(reports: readonly Report[], category: Category): string[] {
  const named = reports.flatMap(({ categories: found, audits }) =>
    found[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
  return [...new Set(named)];
}
