import { describe, expect, keepScreenshot, test } from "./browser.ts";
import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";

const block = (text: string) => ({
  _type: "block",
  _key: "first",
  style: "normal",
  markDefs: [],
  children: [{ _type: "span", _key: "a", text, marks: [] }],
});

const scripts = [
  { locale: "zh-Hans", typed: "网络", title: "公司的骨干网络建成了" },
  { locale: "zh-Hans", typed: "網絡", title: "公司的骨干网络建成了" },
  { locale: "zh-Hant", typed: "网络", title: "公司的骨幹網絡建成了" },
  { locale: "zh-Hant", typed: "網絡", title: "公司的骨幹網絡建成了" },
];

describe("search", () => {
  test("finds what is published within seconds, in both scripts, and forgets what is withdrawn", async ({
    site,
  }) => {
    const article = {
      ...newArticle({ title: "公司的骨干网络建成了" }),
      body: [block("值班室里的晴雨娃娃每天报天气。")],
    };
    const link = `/news/${article.slug.current}"`;
    const look = (locale: string, typed: string) => () =>
      lookAt(`${site.url}/${locale}/search?q=${encodeURIComponent(typed)}`);
    await editorClient(site).create(article);
    for (const { locale, typed } of scripts) {
      const seen = await waitUntil(look(locale, typed), ({ text }) => text.includes(link));
      expect(seen.text, `${typed} in ${locale}`).toContain(link);
    }
    expect((await look("zh-Hant", "雨娃")()).text).toContain("<mark>雨娃</mark>");
    await editorClient(site).patch(article._id).set({ title: "公司的骨干管道建成了" }).commit();
    const changed = await waitUntil(look("zh-Hans", "骨干管道"), ({ text }) => text.includes(link));
    expect(changed.text).toContain(link);
    await editorClient(site).delete(article._id);
    const gone = await waitUntil(look("zh-Hans", "雨娃"), ({ text }) => !text.includes(link));
    expect(gone).toMatchObject({ status: 200 });
    expect(gone.text).not.toContain(link);
  });

  test.for([
    ["外圈磁铁", "a transcript"],
    ["後密封套", "a footnote"],
    ["夜班的值班表", "a caption in a gallery"],
    ["额定参数", "a table's caption"],
    ["食品卫生", "a tag"],
    ["媒體報道", "a category"],
  ])("finds %s, which stands in %s", async ([typed = ""], { site }) => {
    const { text } = await lookAt(`${site.url}/zh-Hans/search?q=${encodeURIComponent(typed)}`);
    expect(text).toMatch(/<article[^]*<mark>/);
  });

  test("finds a person by the number, and leads to the card with it", async ({ page, site }) => {
    const query = `*[_type == "contactPerson" && defined(tel)][0]{_id, name, tel}`;
    const { _id, name, tel } = await editorClient(site).fetch<Record<string, string>>(query);
    for (const typed of [tel ?? "", tel?.replaceAll("-", "") ?? ""]) {
      await page.goto(`/zh-Hans/search?q=${typed}`);
      await page
        .getByRole("article")
        .getByRole("link", { name: name ?? "" })
        .click();
      await page.waitForURL(`**/zh-Hans/contact#${_id}`);
      expect(await page.locator(":target").textContent()).toContain(tel);
    }
  });

  test("knows a tag by its new name within seconds, and no longer by its old one", async ({
    site,
  }) => {
    const tag = { _id: `tag-${crypto.randomUUID()}`, _type: "tag", title: "晴雨标签" };
    const slug = { _type: "slug", current: tag._id };
    const article = {
      ...newArticle({ title: "带标签的文章" }),
      tags: [{ _type: "reference", _key: "t", _ref: tag._id }],
    };
    const link = `/news/${article.slug.current}"`;
    const look = (typed: string) => () =>
      lookAt(`${site.url}/zh-Hans/search?q=${encodeURIComponent(typed)}`);
    await editorClient(site).create({ ...tag, slug });
    await editorClient(site).create(article);
    const seen = await waitUntil(look("晴雨標籤"), ({ text }) => text.includes(link));
    expect(seen.text).toContain(link);
    await editorClient(site).patch(tag._id).set({ title: "阴晴标签" }).commit();
    const renamed = await waitUntil(look("阴晴标签"), ({ text }) => text.includes(link));
    expect(renamed.text).toContain(link);
    expect((await look("晴雨标签")()).text).not.toContain(link);
    await editorClient(site).delete(article._id);
    await editorClient(site).delete(tag._id);
  });

  test("never shows a draft or a visitor's message", async ({ site }) => {
    const article = newArticle({ title: "尚未公开的蓝鲸计划" });
    const inquiry = {
      _id: `inquiry.${article._id}`,
      _type: "inquiry",
      message: "蓝鲸计划何时公开",
    };
    await editorClient(site).create({ ...article, _id: `drafts.${article._id}` });
    await editorClient(site).create(inquiry);
    const marker = newArticle({ title: "蓝图已经公开" });
    await editorClient(site).create(marker);
    await waitUntil(
      () => lookAt(`${site.url}/zh-Hans/search?q=蓝图`),
      ({ text }) => text.includes(marker.slug.current),
    );
    const { text } = await lookAt(`${site.url}/zh-Hans/search?q=蓝鲸`);
    expect(text).toContain("没有找到“蓝鲸”");
    for (const id of [`drafts.${article._id}`, inquiry._id, marker._id])
      await editorClient(site).delete(id);
  });

  test("is used from the header without JavaScript, and turns pages", async ({ openContext }) => {
    const context = await openContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/zh-Hant");
    await page.getByRole("banner").getByRole("link", { name: "搜尋" }).click();
    await page.getByRole("searchbox").fill("的");
    await page.getByRole("button", { name: "搜尋" }).click();
    expect(new URL(page.url()).searchParams.get("q")).toBe("的");
    expect(await page.locator("mark").first().textContent()).toBe("的");
    expect(await page.getByRole("article").count()).toBe(10);
    expect(await page.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
    await keepScreenshot(page, "search");
    const first = await page.getByRole("article").first().textContent();
    await page.getByRole("link", { name: "下一頁" }).click();
    expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent("的")}&page=2`);
    expect(await page.getByRole("article").first().textContent()).not.toBe(first);
    await page.getByRole("link", { name: "简体" }).click();
    expect(new URL(page.url()).pathname).toBe("/zh-Hans/search");
    expect(new URL(page.url()).searchParams.get("page")).toBe("2");
  });

  test("says what to do when nothing is found", async ({ page }) => {
    await page.goto("/zh-Hant/search?q=量子海豚");
    expect(await page.getByRole("status").textContent()).toContain("沒有找到「量子海豚」");
    expect(await page.getByRole("main").getByRole("link", { name: "新聞" }).count()).toBe(1);
  });

  test("fits a small phone", async ({ openContext }) => {
    const page = await (await openContext({ viewport: { width: 320, height: 640 } })).newPage();
    await page.goto("/zh-Hant/search?q=公司");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await keepScreenshot(page, "search-phone");
  });

  test.for([
    "",
    "?q=",
    "?q=%20%20",
    "?q=%22%20OR%20*",
    "?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "?q=%00",
    "?q=%ED%A0%80",
    "?q=a&q=b",
    `?q=${"长".repeat(100)}`,
    "?q=公司&page=0",
    "?q=公司&page=99999",
    "?q=公司&page=x",
  ])("takes /search%s without harm", async (query, { site }) => {
    const answer = await fetch(`${site.url}/zh-Hans/search${query}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(await answer.text()).not.toContain("<script>alert");
  });
});
