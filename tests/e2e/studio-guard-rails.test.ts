import type { Page } from "playwright-core";

import { editorClient, newArticle } from "./content-editor.ts";
import { describe, expect, keepScreenshot, test as base } from "./studio-test.ts";

type Fields = Record<string, unknown>;

const test = base.extend("draft", ({ site }) => async (title: string, fields: Fields = {}) => {
  const { _id: id, ...article } = newArticle({ title });
  await editorClient(site).create({ ...article, ...fields, _id: `drafts.${id}` });
  return id;
});

const linked = (markDef: Fields) => ({
  body: [
    {
      _type: "block",
      _key: "first",
      style: "normal",
      markDefs: [{ _key: "mark", ...markDef }],
      children: [{ _type: "span", _key: "a", text: "请看这里", marks: ["mark"] }],
    },
  ],
});

/**
 * Open the list of everything that is to be looked at again, and once more where it did not stay: in a form that has only
 * just come, Sanity may forget it.
 */
async function check(page: Page, button = "验证", close = "关闭验证"): Promise<void> {
  const list = page.getByRole("button", { name: close, exact: true });
  const open = async () => {
    if (await list.isHidden())
      await page.getByRole("button", { name: button, exact: true }).first().click();
    await page.waitForTimeout(500);
    return list.isVisible();
  };
  await expect.poll(open, { timeout: 60_000 }).toBe(true);
}

const warning = (page: Page, words: string | RegExp) => page.getByText(words).first();

describe("before publishing, an editor is warned", () => {
  test("of forbidden and masked words, with the reason, and nothing is rewritten", async ({
    desk,
    page,
    draft,
  }) => {
    const title = "效率最*佳的水泵";
    const id = await draft(title, { excerpt: "这是zui佳之选。" });
    await desk.open(id);
    await check(page);
    await warning(page, /“最\*佳”：改写过的“最佳”：《广告法》第九条/).waitFor();
    await warning(page, /“zui佳”：改写过的“最佳”/).waitFor();
    await keepScreenshot(page, "studio-masked-words");
    expect(await desk.field("title").locator("input").inputValue()).toBe(title);
  });

  test("of the words of the company's own list", async ({ desk, page, site, draft }) => {
    const word = `旧称${crypto.randomUUID().slice(0, 6)}`;
    await desk.enter();
    await page.getByText("用词提醒", { exact: true }).first().click();
    await page.getByRole("button", { name: "添加项" }).waitFor();
    const title = page.getByTestId("document-panel-document-title");
    expect(await title.allTextContents()).toEqual(["用词提醒"]);
    expect(await page.getByText("Live", { exact: true }).count()).toBe(0);
    await page.getByRole("button", { name: "添加项" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "词语" }).fill(word);
    await dialog.getByLabel("为什么不用").fill("产品改名了");
    await dialog.getByLabel("建议写成").fill("新称");
    await page.keyboard.press("Escape");
    await page.getByText(`${word} → 新称`).waitFor();
    await expect
      .poll(() => editorClient(site).getDocument("studio.wordList"), { timeout: 60_000 })
      .toMatchObject({
        words: expect.arrayContaining([expect.objectContaining({ word, suggestion: "新称" })]),
      });
    await keepScreenshot(page, "studio-word-list");
    const id = await draft(`关于${word.slice(0, 1)} ${word.slice(1)}的说明`);
    await desk.open(id);
    await check(page);
    await warning(page, /产品改名了，建议写“新称”/).waitFor();
  });

  test("of an article in the other script than it says, which is put right by one click", async ({
    desk,
    page,
    site,
    draft,
  }) => {
    const id = await draft("頭髮與發展", { excerpt: undefined, body: undefined });
    await desk.open(id);
    const words = "文章是用繁体写的，撰写文字却选了简体：简体网站会原样显示繁体字";
    await page.getByRole("alert").getByText(words).waitFor();
    await check(page);
    await expect.poll(() => page.getByText(words).count(), { timeout: 60_000 }).toBe(2);
    await keepScreenshot(page, "studio-wrong-script");
    await page.getByRole("button", { name: "撰写文字改为繁体" }).click();
    await expect.poll(() => page.getByText(words).count(), { timeout: 60_000 }).toBe(0);
    await expect
      .poll(() => editorClient(site).getDocument(`drafts.${id}`), { timeout: 60_000 })
      .toMatchObject({ script: "zh-Hant" });
    // What both scripts write alike contradicts neither.
    await desk.retitle("水泵安全操作");
    await desk.untilSaved();
    expect(await page.getByText("撰写文字却选了").count()).toBe(0);
  });

  test("of a missing cover, and of a missing address once and in Chinese", async ({
    desk,
    page,
    draft,
  }) => {
    await desk.open(await draft("没有图片的一篇", { slug: undefined }));
    await check(page);
    await warning(page, "没有封面：列表里没有图片，分享时用写着标题的图片").waitFor();
    await warning(page, "请填写网址别名，或点“生成”").waitFor();
    expect(await page.getByText("Current slug").count()).toBe(0);
  });

  test("of links of the site that lead nowhere, and of no others", async ({
    desk,
    page,
    site,
    draft,
  }) => {
    const slug = await editorClient(site).fetch<string>(
      `*[_type == "article" && _id in path("*")][0].slug.current`,
    );
    const dead = await draft("链接断了", linked({ _type: "link", href: "/news/mei-zhe-yi-pian" }));
    await desk.open(dead);
    await check(page);
    await warning(
      page,
      "链接失效：站内没有这个页面，读者点开会看到“找不到页面”（/news/mei-zhe-yi-pian）",
    ).waitFor();
    await keepScreenshot(page, "studio-dead-link");

    const whole = `${site.url}/zh-Hant/news/${slug}?from=wechat`;
    await desk.open(await draft("链接都好", linked({ _type: "link", href: whole })));
    await check(page);
    // The cover's warning shows that the check is done.
    await warning(page, "没有封面").waitFor();
    expect(await page.getByText("链接失效").count()).toBe(0);
  });

  test("of a link to what is not published yet", async ({ desk, page, draft }) => {
    const target = await draft("还没有发布的一篇");
    const id = await draft(
      "提前链接过去",
      linked({
        _type: "internalLink",
        reference: { _type: "reference", _ref: target, _weak: true },
      }),
    );
    await desk.open(id);
    await check(page);
    await warning(page, "链接到的内容还没有发布").waitFor();
  });

  test("of a menu entry that leads nowhere", async ({ desk, page, site }) => {
    const client = editorClient(site);
    const navigation = await client.getDocument("navigation");
    if (navigation === undefined) throw new Error("The demo has a navigation");
    const entry = { _key: "dead", title: "旧栏目", href: "/news/category/mei-you" };
    await client.createOrReplace({
      ...navigation,
      _id: "drafts.navigation",
      header: [...navigation["header"], entry],
    });
    await desk.enter();
    await page.getByText("导航菜单", { exact: true }).first().click();
    await check(page);
    await warning(
      page,
      "链接失效：站内没有这个页面，读者点开会看到“找不到页面”（/news/category/mei-you）",
    ).waitFor();
    await client.delete("drafts.navigation");
  });

  test("of what names no video; a pasted address becomes what the provider calls it", async ({
    desk,
    page,
    draft,
  }) => {
    const id = await draft("怎么装水泵", { video: { _type: "video", provider: "bilibili" } });
    await desk.open(id);
    const input = desk.field("video.providerId").locator("input");
    const field = desk.field("video");
    if (await input.isHidden()) await field.getByRole("button").first().click();
    await input.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "https://www.bilibili.com/video/BV1xx411c7mD/?p=1");
      const event = { clipboardData, bubbles: true, cancelable: true };
      element.dispatchEvent(new ClipboardEvent("paste", event));
    });
    await expect.poll(() => input.inputValue()).toBe("BV1xx411c7mD");
    await input.fill("怎么装");
    await check(page);
    await warning(page, /请填视频编号，例如网址 www\.bilibili\.com/).waitFor();
    await keepScreenshot(page, "studio-video-id");
  });

  test("of a redirect that is never followed, leads in a circle or is there already", async ({
    desk,
    page,
    site,
  }) => {
    const client = editorClient(site);
    const name = crypto.randomUUID().slice(0, 8);
    const known = { from: `/l1-${name}`, to: `/l2-${name}`, permanent: true };
    await client.create({ _type: "redirect", _id: `redirect-${name}`, ...known });
    await desk.go("/studio/intent/create/template=redirect;type=redirect/");
    const [from, to] = [desk.field("from").locator("input"), desk.field("to").locator("input")];
    await from.fill("/zh-Hans/old-a");
    await to.fill("/zh-Hant/new-a");
    await check(page);
    const prefix = page.getByText(/不要写 \/zh-Hans、\/zh-Hant 这样的文字前缀/);
    await expect.poll(() => prefix.count()).toBeGreaterThanOrEqual(2);
    await from.fill(known.to);
    await to.fill(known.from);
    await warning(page, "新路径又跳转回这条旧路径，读者会一直打转").waitFor();
    await keepScreenshot(page, "studio-redirect-circle");
    await from.fill(known.from);
    await warning(page, "这条旧路径已经有跳转了，请改原来那一条").waitFor();
  });

  test("in Traditional Chinese too", async ({ desk, page, draft }) => {
    const id = await draft("效率最*佳的水泵", linked({ _type: "link", href: "/mei-you" }));
    await desk.enter();
    await page.getByRole("button", { name: "繁體" }).click();
    await page.getByText("網站設定").first().waitFor();
    await desk.open(id);
    await check(page, "驗證", "關閉驗證");
    await warning(page, /改寫過的「最佳」：《廣告法》/).waitFor();
    await warning(page, /連結失效：站內沒有這個頁面|鏈接失效：站內沒有這個頁面/).waitFor();
    await keepScreenshot(page, "studio-guard-rails-zh-Hant");
    await desk.create("article", "頭髮與發展");
    await page.getByRole("tab", { name: "簡繁文字" }).click();
    expect(await desk.field("script").getByRole("radio", { name: "繁體" }).isChecked()).toBe(true);
    expect(await page.getByRole("alert").getByText("撰寫文字").count()).toBe(0);
  });
});
