import type { Page } from "playwright-core";

import { describe, expect, keepScreenshot, test } from "./browser.ts";
import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";
import type { RunningSite } from "./site-process.ts";

const phone = { width: 360, height: 780 };
/** What margins leave of A4. */
const paper = { width: 718, height: 1047 };
const desk = { width: 1440, height: 900 };

const span = (text: string, ...marks: string[]) => ({ _type: "span", _key: text, text, marks });

const block = (...children: object[]) => ({
  _type: "block",
  _key: crypto.randomUUID(),
  style: "normal",
  markDefs: [],
  children,
});

const table = (columns: number) => ({
  _type: "table",
  _key: `table-${columns}`,
  headerRow: true,
  caption: `${columns} 栏`,
  rows: ["型号", "HF-M-80", "HF-M-100"].map((name) => ({
    _type: "row",
    _key: name,
    cells: Array.from({ length: columns }, (_, at) => `${name} ${at} 立方米每小时`),
  })),
});

const refer = (_ref = "") => ({ _type: "reference", _ref });

/** Publish an article of what is hard to set, in lines and in tables; answers its id and path. */
async function publishHardArticle(site: RunningSite): Promise<{ id: string; path: string }> {
  const client = editorClient(site);
  const [picture, file] = await client.fetch<string[]>(
    `[*[_type == "sanity.imageAsset"][0]._id, *[_type == "sanity.fileAsset"][0]._id]`,
  );
  const article = newArticle({ title: "磁力泵为什么不漏：十六秒看懂一台没有轴封的泵" });
  await client.create({
    ...article,
    body: [
      block(span("这里有https://example.com/a/long/address?of=somebody&x=1234567890，请打开看。")),
      block(
        span("格式公开，客户可以自己接："),
        span('{"pump":"HF-M-65-0412","temp":61.5}', "code"),
      ),
      block(span("型号 HF-M-80-50-200 的流量在额定转速下够用，不过价钱要高出三成多，请先问一问。")),
      block(
        span("流量"),
        span("刚好", "em"),
        span("够用，"),
        span("just enough", "em"),
        span("。"),
      ),
      {
        _type: "attachment",
        _key: "attachment",
        title: "HF-M-series-installation-manual-revision-C.pdf",
        file: { _type: "file", asset: refer(file) },
      },
      table(12),
      table(2),
      {
        _type: "gallery",
        _key: "gallery",
        images: [{ _type: "image", _key: "one", asset: refer(picture), alt: "一张" }],
      },
    ],
  });
  const path = `/zh-Hans/news/${article.slug.current}`;
  await waitUntil(
    () => lookAt(site.url + path),
    ({ status }) => status === 200,
  );
  return { id: article._id, path };
}

/** Paragraphs whose letters were pulled apart to fill a line: what fills it counts as part of the letter before it. */
function tornParagraphs(): string[] {
  const range = document.createRange();
  const widest = (paragraph: Element) => {
    const widths = [0];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      for (let at = 0; at < (text.textContent ?? "").length; at += 1) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        widths.push(...Array.from(range.getClientRects(), ({ width }) => width));
      }
    return Math.max(...widths);
  };
  return [...document.querySelectorAll(".prose p")].flatMap((paragraph) => {
    const room = 1.3 * Number.parseFloat(getComputedStyle(paragraph).fontSize);
    return widest(paragraph) > room ? [paragraph.textContent] : [];
  });
}

type Table = { narrowest: number; isScrolled: boolean };

function tables(): Table[] {
  return Array.from(document.querySelectorAll(".scroller"), (scroller) => ({
    narrowest: Math.min(
      ...Array.from(scroller.querySelectorAll("td, th"), (cell) => cell.clientWidth),
    ),
    isScrolled: scroller.scrollWidth > scroller.clientWidth,
  }));
}

function emphasis(): string[] {
  return Array.from(document.querySelectorAll(".prose em"), (element) => {
    const { fontStyle, textEmphasisStyle } = getComputedStyle(element);
    return `${element.textContent}: ${fontStyle}, ${textEmphasisStyle}`;
  });
}

async function wordBreakOfTitle(page: Page): Promise<string> {
  const title = page.getByRole("heading", { level: 1 });
  return title.evaluate((heading) => getComputedStyle(heading).wordBreak);
}

describe("an article of long words, code and wide tables", () => {
  test("keeps its shape on a phone and on a desk", async ({ openContext, site }) => {
    const page = await (await openContext({ viewport: phone })).newPage();
    const { id, path } = await publishHardArticle(site);
    await page.goto(path);
    await keepScreenshot(page, "hard-article-phone");
    expect(await page.evaluate(tornParagraphs)).toEqual([]);
    expect(await page.evaluate(tables)).toMatchObject([
      { isScrolled: true },
      { isScrolled: false },
    ]);
    expect(await wordBreakOfTitle(page)).toBe("normal");
    expect(await page.evaluate(emphasis)).toEqual([
      "刚好: normal, dot",
      "just enough: italic, none",
    ]);
    await page.setViewportSize(desk);
    await keepScreenshot(page, "hard-article-desk");
    expect(await page.evaluate(tornParagraphs)).toEqual([]);
    const [wide] = await page.evaluate(tables);
    expect(wide?.narrowest).toBeGreaterThanOrEqual(70);
    expect(await wordBreakOfTitle(page)).toBe("keep-all");
    const widths = await page
      .locator(".prose, .gallery figure")
      .evaluateAll((boxes) => boxes.map((box) => box.clientWidth));
    expect(widths[1]).toBe(widths[0]);
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(tables)).toMatchObject([{ isScrolled: false }, {}]);
    await editorClient(site).delete(id);
  });
});

describe("a person's card and the last lines of a page", () => {
  test("break a long address beside its button, and an id not at all", async ({ openContext }) => {
    const page = await (await openContext({ viewport: phone })).newPage();
    await page.goto("/zh-Hans/contact");
    const line = page.locator("dd", { hasText: "@" }).first();
    const [address, button] = await Promise.all(
      [line.getByRole("link"), line.getByRole("button")].map((part) => part.boundingBox()),
    );
    expect(button?.y).toBeLessThan((address?.y ?? 0) + (address?.height ?? 0));
    await page.goto("/zh-Hans");
    const id = page.getByText(/^微信\s*houfan/);
    expect(await id.evaluate((words) => words.getClientRects().length)).toBe(1);
  });

  test("stay where they are when a code is opened, which has its white border", async ({
    openContext,
    site,
  }) => {
    const page = await (await openContext({ viewport: desk })).newPage();
    await page.goto("/zh-Hans");
    const saved = page.getByRole("link", { name: "我的收藏" });
    const summary = page.getByText("手机扫一扫");
    const distance = async () => {
      const [one, other] = await Promise.all([saved.boundingBox(), summary.boundingBox()]);
      return (one?.y ?? 0) - (other?.y ?? 0);
    };
    expect(await distance()).toBe(0);
    await summary.click();
    const code = page.getByAltText("本页网址的二维码");
    await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.complete)).toBe(true);
    expect(await distance()).toBe(0);
    const source = new URL((await code.getAttribute("src")) ?? "", site.url);
    expect(await (await fetch(source)).text()).toContain('d="M4 4.5h7');
  });
});

describe("in colours of their own,", () => {
  test("marks and the present item of the menu are told from the rest", async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    await page.goto(`/zh-Hans/search?q=${encodeURIComponent("磁力")}`);
    const look = await page
      .locator("mark")
      .first()
      .evaluate((mark) => getComputedStyle(mark));
    expect(look.backgroundColor).toMatch(/^rgb\(/);
    await page.goto("/zh-Hans/news");
    const present = page.getByRole("banner").locator("[aria-current=page]");
    const line = await present.evaluate((link) => getComputedStyle(link).textDecorationLine);
    expect(line).toBe("underline");
  });
});

describe("on paper, from the dark theme,", () => {
  test("a button is plain words in a frame, and what only leads on is left out", async ({
    page,
  }) => {
    await page.goto("/zh-Hans");
    await page.getByLabel("外观").selectOption("dark");
    await page.emulateMedia({ media: "print" });
    const hotline = page.getByRole("main").getByRole("link", { name: /^400/ });
    expect(
      await hotline.evaluate((link) => {
        const { color, backgroundColor, borderColor } = getComputedStyle(link);
        return { color, backgroundColor, borderColor };
      }),
    ).toEqual({
      color: "rgb(0, 0, 0)",
      backgroundColor: "rgba(0, 0, 0, 0)",
      borderColor: "rgb(0, 0, 0)",
    });
    await page.goto("/zh-Hans/contact");
    for (const name of ["在线留言", "在地图中查看"])
      expect(await page.getByRole("main").getByRole("link", { name }).count(), name).toBe(0);
  });
});
