/**
 * Take the pictures of the Studio's help anew: `node scripts/demo/make-help-pictures.ts [NAME…]`.
 *
 * Starts a site of its own from the tests' build (`node scripts/setup.mjs --test` makes it), fills in a little
 * more than the demo has, and looks at it in both interface languages.
 */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

import type { Page } from "playwright-core";
import sharp from "sharp";

import type { PictureName } from "../../lib/studio/help/sections.ts";
import { sayIn } from "../../lib/studio/locale/say.ts";
import { editorClient, newArticle } from "../../tests/e2e/content-editor.ts";
import { launchBrowser } from "../../tests/e2e/launch-browser.ts";
import { startSiteProcess } from "../../tests/e2e/site-process.ts";
import { StudioDesk } from "../../tests/e2e/studio-desk.ts";
import { inTurn } from "../in-turn.ts";
import { helpInquiries } from "./help-inquiries.ts";

const folder = resolve(import.meta.dirname, "../../lib/studio/help/pictures");
const languages = ["zh-Hans", "zh-Hant"] as const;
const mostBytes = 60_000;

/** Open what a picture shows and answer a text that is there once it does; `say` gives words in the page's language. */
type Shot = (page: Page, say: (text: string) => string) => Promise<string>;

const draft = "help-draft";

const openDraft = (page: Page) =>
  page.goto(`/studio/structure/article;${draft}`, { waitUntil: "commit" });

const shots: Record<PictureName, Shot> = {
  async write(page, say) {
    await page.goto("/studio/structure/published;article-hf-m-xuanxing-biao", {
      waitUntil: "commit",
    });
    const rows = page.getByRole("option").filter({ hasText: say("已发布") });
    await rows.nth(9).waitFor();
    return say("网址别名");
  },
  async scripts(page, say) {
    await openDraft(page);
    await page
      .getByRole("button", { name: say("简繁对照") })
      .first()
      .click();
    return say("点任意字词可改写法；带底色的地方请核对");
  },
  async check(page, say) {
    await openDraft(page);
    await page.getByTestId("field-title").waitFor();
    await page
      .getByRole("button", { name: /验证|驗證/ })
      .first()
      .click();
    return say("没有封面：列表里没有图片，分享时用写着标题的图片");
  },
  async schedule(page) {
    await page.goto("/studio/structure/scheduled", { waitUntil: "commit" });
    return "HF-D3 计量泵今日发布";
  },
  async inbox(page, say) {
    await page.goto("/studio/structure/inquiries;inquiry.help-2", { waitUntil: "commit" });
    return say("添加记录");
  },
  async glossary(page, say) {
    await page.goto("/studio/structure/glossaryTerm", { waitUntil: "commit" });
    await page.getByText("↔").first().click();
    return say("何时替换");
  },
};

/** A field for a date is in the browser's language, and a headless one speaks English only: here it looks as in China. */
const chineseDates = `
  input[type=date]::-webkit-datetime-edit { visibility: hidden }
  input[type=date]::before { content: "年 /月/日"; position: absolute }
`;

const wanted = process.argv.slice(2);
const names = (Object.keys(shots) as PictureName[]).filter(
  (name) => wanted.length === 0 || wanted.includes(name),
);

const site = await startSiteProcess({ isAtHome: true });
const browser = await launchBrowser();
try {
  const client = editorClient(site);
  await Promise.all(helpInquiries(new Date()).map((inquiry) => client.createOrReplace(inquiry)));
  await client.createOrReplace({
    ...newArticle({ title: "皇后号货轮换上磁力泵，效率最*佳", slug: "huanghou-hao-huanbeng" }),
    // What only a reader can tell: the names 范 and 钟 and a single 制.
    excerpt: "范工、钟工上船看过，制好的样品下周送到。",
    _id: `drafts.${draft}`,
  });
  const context = await browser.newContext({
    baseURL: site.url,
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
  });
  await context.addInitScript(() => localStorage.setItem("yiwen-studio-help-seen", "1"));
  const page = await context.newPage();
  await new StudioDesk(page).logIn(site);
  await inTurn(languages, async (language) => {
    await speak(page, language);
    await inTurn(names, (name) => take(page, name, language));
  });
} finally {
  await browser.close();
  await site.stop();
}

async function speak(page: Page, language: string): Promise<void> {
  await page.goto("/studio", { waitUntil: "commit" });
  const wantedDesk = page.getByText(sayIn("网站设置", language)).first();
  const change = page.getByRole("button", { name: language === "zh-Hans" ? "简体" : "繁體" });
  await wantedDesk.or(change).first().waitFor();
  if ((await change.count()) > 0) await change.click();
  await wantedDesk.waitFor();
}

async function take(page: Page, name: PictureName, language: string): Promise<void> {
  const words = await shots[name](page, (text) => sayIn(text, language));
  await page
    .getByText(words)
    .or(page.getByRole("button", { name: words }))
    .first()
    .waitFor();
  await page.addStyleTag({ content: chineseDates });
  // What the pointer or the focus rests on shows its hint.
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  // Avatars, pictures and the other script come a moment later than the words.
  await page.waitForTimeout(2_000);
  const bytes = await smallEnough(await page.screenshot());
  await writeFile(resolve(folder, `${name}.${language}.webp`), bytes);
  console.log(`${name}.${language}.webp ${Math.round(bytes.length / 1000)} KB`);
}

async function smallEnough(picture: Buffer, quality = 80): Promise<Buffer> {
  const bytes = await sharp(picture).webp({ quality, effort: 6 }).toBuffer();
  return bytes.length <= mostBytes ? bytes : smallEnough(picture, quality - 10);
}
