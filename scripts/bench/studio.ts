import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import type { Browser, Page } from "playwright-core";

import { editorClient, newArticle } from "../../tests/e2e/content-editor.ts";
import { launchBrowser } from "../../tests/e2e/launch-browser.ts";
import { startSiteProcess } from "../../tests/e2e/site-process.ts";
import type { RunningSite } from "../../tests/e2e/site-process.ts";
import { StudioDesk } from "../../tests/e2e/studio-desk.ts";
import { median, round } from "./bench-line.ts";
import type { BenchLine } from "./bench-line.ts";
import { prepareTestBuild } from "./prepare-build.ts";

const root = resolve(import.meta.dirname, "../..");
const publishes = 30;
const openings = 7;
const lengthOfBody = 5_000;
const patience = 10_000;
const typed = "头发以后再说，制造要有制度，干部也是这样讲的。".repeat(3);

/** What an editor waits for in the Studio, in a real browser: opening, typing, publishing. */
export async function run(): Promise<BenchLine[]> {
  prepareTestBuild(root);
  const site = await startSiteProcess({ isAtHome: true });
  const browser = await launchBrowser();
  try {
    const desk = await openDesk(browser, site);
    return [
      ...(await timeOpening(desk, site)),
      ...(await timeTyping(desk, site)),
      ...(await timePublishing(desk, site)),
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function openDesk(browser: Browser, site: RunningSite): Promise<StudioDesk> {
  const context = await browser.newContext({ baseURL: site.url, locale: "zh-CN" });
  const desk = new StudioDesk(await context.newPage());
  await desk.logIn(site);
  return desk;
}

/** From asking for the address of a document to its form, with the browser's cache warm. */
async function timeOpening(desk: StudioDesk, site: RunningSite): Promise<BenchLine[]> {
  const { _id: id } = await editorClient(site).create(newArticle({ title: "打开的文章" }));
  await desk.open(id);
  const times: number[] = [];
  for (let turn = 0; turn < openings; turn++) {
    await desk.page.goto("/studio", { waitUntil: "commit" });
    await desk.page.getByText("网站设置").first().waitFor();
    await pause(1_000);
    const startedAt = performance.now();
    await desk.open(id);
    times.push(performance.now() - startedAt);
  }
  return [
    { name: "studio.open.median", unit: "ms", value: round(median(times)) },
    { name: "studio.open.slowest", unit: "ms", value: round(Math.max(...times)) },
  ];
}

/** Type into a long body beside the pane that shows the other script; what blocks the input is a task of the page. */
async function timeTyping(desk: StudioDesk, site: RunningSite): Promise<BenchLine[]> {
  const { page } = desk;
  const { _id: id } = await editorClient(site).create(longArticle());
  await desk.open(id);
  await page.getByRole("button", { name: "简繁对照" }).first().click();
  await page.locator("[data-line=title]").waitFor();
  await desk.enterBody();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("先写几个字。", { delay: 80 });
  await desk.untilSaved();
  await pause(2_000);
  await watchTasks(page);
  const seenFirst = await readTasks(page);
  if (seenFirst.length !== 1) throw new Error("A task that blocks the page is not seen");
  await page.keyboard.type(typed, { delay: 80 });
  await pause(1_500);
  if (!(await desk.field("body").innerText()).includes(typed))
    throw new Error("What was typed is not in the body");
  const tasks = (await readTasks(page)).slice(1);
  const long = tasks.filter((duration) => duration > 100);
  return [
    { name: "studio.typing.longestTask", unit: "ms", value: round(Math.max(0, ...tasks)) },
    { name: "studio.typing.tasksOver100ms", unit: "tasks", value: long.length },
  ];
}

/** Note how long each task of more than 50 ms took; the first is one of ours, to see that it is seen. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const seen: number[] = [];
    Object.assign(window, { tasksSeen: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration);
    }).observe({ type: "longtask" });
    await new Promise((done) => setTimeout(done, 500));
    seen.length = 0;
    setTimeout(() => {
      const until = performance.now() + 120;
      while (performance.now() < until);
    });
    await new Promise((done) => setTimeout(done, 1_000));
  });
}

function readTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => ("tasksSeen" in window ? (window.tasksSeen as number[]) : []));
}

function longArticle() {
  const sentence = "干部们以后都来这里谈头发与发展，几只钟表摆在台面上，制度不复杂。";
  const text = sentence.repeat(8);
  const blocks = Array.from({ length: Math.ceil(lengthOfBody / text.length) }, (_, index) => ({
    _type: "block",
    _key: `long${index}`,
    style: "normal",
    markDefs: [],
    children: [{ _type: "span", _key: "a", text, marks: [] }],
  }));
  return { ...newArticle({ title: "很长的文章" }), body: blocks };
}

/** From the press of the button to the moment both public pages show the new title. */
async function timePublishing(desk: StudioDesk, site: RunningSite): Promise<BenchLine[]> {
  const { page } = desk;
  const article = await editorClient(site).create(newArticle({ title: "由按钮发布" }));
  const address = (script: string) => `${site.url}/${script}/news/${article.slug.current}`;
  await Promise.all(["zh-Hans", "zh-Hant"].map((script) => untilShows(address(script), "")));
  await desk.open(article._id);
  const button = page.getByRole("button", { name: "发布", exact: true });
  const times: number[] = [];
  for (let turn = 0; turn < publishes; turn++) {
    const word = `第${turn}版${randomUUID().slice(0, 8)}`;
    await desk.retitle(`由按钮发布${word}`);
    await button.and(page.locator("button:not([disabled]):not([data-disabled=true])")).waitFor();
    await pause(1_200);
    const startedAt = performance.now();
    await button.click();
    await Promise.all(["zh-Hans", "zh-Hant"].map((script) => untilShows(address(script), word)));
    times.push(performance.now() - startedAt);
    await page.getByText("文档已发布").first().waitFor();
  }
  return [
    { name: "studio.publish.median", unit: "ms", value: round(median(times)) },
    { name: "studio.publish.slowest", unit: "ms", value: round(Math.max(...times)) },
  ];
}

async function untilShows(address: string, words: string): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    const answer = await fetch(address);
    if ((await answer.text()).includes(words) && answer.ok) return;
    if (performance.now() > deadline)
      throw new Error(`${address} did not show "${words}" within ${patience} ms`);
    await pause(10);
  }
}
