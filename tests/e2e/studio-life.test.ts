import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";
import type { Look } from "./content-editor.ts";
import type { RunningSite } from "./site-process.ts";
import { picture } from "./studio-desk.ts";
import { describe, expect, keepScreenshot, test as base } from "./studio-test.ts";

const patience = { timeout: 60_000 };

const locales = ["zh-Hans", "zh-Hant"] as const;

const test = base.extend("publishArticle", ({ site }) => async (title: string) => {
  const { _id: id, slug } = await editorClient(site).create(newArticle({ title }));
  const article = { id, slug: slug.current };
  await see(`${site.url}/zh-Hans/news/${article.slug}`, ({ status }) => status === 200);
  return article;
});

/** Look at an address until it is as expected, and answer the last look. */
const see = (url: string, isRight: (look: Look) => boolean) =>
  waitUntil(() => lookAt(url), isRight);

const draftTitle = async (site: RunningSite, id: string): Promise<unknown> =>
  (await editorClient(site).getDocument(`drafts.${id}`))?.["title"];

const says = (text: string) => (look: Look) => look.text.includes(text);

describe("an article in the Studio", () => {
  test("is edited and published again, and changes in both scripts; the list says where it stands", async ({
    desk,
    page,
    site,
    publishArticle,
  }) => {
    const { slug } = await publishArticle("发展以前的头发");
    await desk.go("/studio/structure/published");
    const row = page.getByRole("option").filter({ hasText: /发展以.的头发/ });
    await row.filter({ hasText: "已发布" }).click();
    await desk.retitle("发展以后的头发");
    await row.filter({ hasText: "已发布" }).filter({ hasText: "有未发布的修改" }).waitFor();
    await keepScreenshot(page, "studio-published");
    await desk.publish();
    await row.filter({ hasText: "发展以后", hasNotText: "有未发布的修改" }).waitFor();
    const shown = { "zh-Hans": "发展以后的头发", "zh-Hant": "發展以後的頭髮" };
    for (const [locale, title] of Object.entries(shown))
      expect((await see(`${site.url}/${locale}/news/${slug}`, says(title))).text).toContain(title);
  });

  test("is published with the last words, typed a moment ago", async ({
    desk,
    page,
    site,
    publishArticle,
  }) => {
    const { id, slug } = await publishArticle("马上就发布");
    await desk.open(id);
    await desk.enterBody();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("先写一句。");
    await desk.untilSaved();
    await expect
      .poll(() => page.getByRole("button", { name: "发布", exact: true }).isEnabled(), patience)
      .toBe(true);
    await page.keyboard.type("最后几个字也要出去");
    await desk.publish();
    const words = "先写一句。最后几个字也要出去";
    const look = await see(`${site.url}/zh-Hans/news/${slug}`, says(words));
    expect(look.text).toContain(words);
  });

  test("is not published with an address that another took meanwhile", async ({
    desk,
    page,
    site,
  }) => {
    const client = editorClient(site);
    const own = newArticle({ title: "同时想到一个网址" });
    await client.create({ ...own, _id: `drafts.${own._id}` });
    // The form looks once by itself: only after that does another take the address.
    const looked = page.waitForResponse((response) => {
      const question = decodeURIComponent(response.url());
      return question.includes("string::startsWith") && question.includes(own.slug.current);
    });
    await desk.open(own._id);
    await looked;
    const publish = page.getByRole("button", { name: "发布", exact: true });
    await expect.poll(() => publish.isEnabled(), patience).toBe(true);
    await client.create(newArticle({ title: "先用了这个网址", slug: own.slug.current }));
    await publish.click();
    await page.getByText("没有发布：网址别名已经被另一篇用了").waitFor();
    expect(await client.getDocument(own._id)).toBeUndefined();
  });

  test("is given another address, and the old one leads to the new one", async ({
    desk,
    site,
    publishArticle,
  }) => {
    const { id, slug } = await publishArticle("搬到新的地址");
    await desk.open(id);
    await desk.field("slug").locator("input").fill(`${slug}-new`);
    await desk.publish();
    for (const locale of locales) {
      const at = `${site.url}/${locale}/news/${slug}`;
      const look = await see(at, ({ status }) => status === 308);
      expect(look.status).toBe(308);
      expect(look.location).toMatch(new RegExp(`/${locale}/news/${slug}-new$`));
      expect((await lookAt(`${at}-new`)).status).toBe(200);
    }
  });

  test("keeps its form, the chosen tab and a running upload while the Studio settles", async ({
    desk,
    page,
    publishArticle,
  }) => {
    const { id } = await publishArticle("一打开就动手");
    const settling = Promise.withResolvers<void>();
    await page.route(/\/features\b/, async (route) => {
      await settling.promise;
      await route.continue();
    });
    await page.goto("about:blank");
    await desk.open(id);
    const form = await page.getByTestId("form-view").elementHandle();
    const tab = page.getByRole("tab", { name: "内容" });
    await tab.click();
    await page.locator("input[type=file]").first().setInputFiles(picture("clock.webp"));
    const settled = page.waitForResponse(/\/features\b/);
    settling.resolve();
    await settled;
    await page.getByText("替代文字", { exact: true }).first().waitFor();
    expect(await tab.getAttribute("aria-selected")).toBe("true");
    await page.getByRole("tab", { name: "简繁文字" }).click();
    await page.getByRole("button", { name: "简繁对照" }).first().click();
    await page.getByRole("button", { name: "人工撰写", exact: true }).click();
    await page.getByRole("button", { name: /繁体.*人工撰写/ }).waitFor();
    expect(await form?.evaluate((element) => element.isConnected)).toBe(true);
  });

  test("follows what a program does to it and to other documents at once", async ({
    desk,
    site,
    publishArticle,
  }) => {
    const { id } = await publishArticle("一起改的一篇");
    const lake = editorClient(site);
    await desk.open(id);
    const title = desk.field("title").locator("input:not([readonly])");
    for (const words of ["和别的一起改了", "后来又单独改了"]) {
      const beside = newArticle({ title: `另一篇：${words}` });
      await lake
        .transaction()
        .create(beside)
        .patch(id, (patch) => patch.set({ title: words }))
        .commit();
      await expect.poll(() => title.inputValue(), patience).toBe(words);
      await lake.delete(beside._id);
    }
  });

  test("is withdrawn, and stays as a draft", async ({ desk, page, site, publishArticle }) => {
    const { id, slug } = await publishArticle("撤回来再改一改");
    await desk.open(id);
    await page.getByRole("button", { name: "已发布", exact: true }).click();
    await page.getByRole("button", { name: "取消发布" }).click();
    await page.getByRole("button", { name: "现在取消发布" }).click();
    await page.getByText("文档已取消发布").first().waitFor();
    const announced = page.locator("[data-ui=Toast]", { hasText: /已从网站撤下，用时/ }).first();
    await announced.waitFor();
    expect(await announced.getByRole("link").count()).toBe(0);
    await page.getByRole("button", { name: "发布回执" }).first().click();
    const receipt = page.locator("[data-receipt]").first();
    await receipt.getByText(`/zh-Hant/news/${slug} （已撤下）`).waitFor();
    expect(await receipt.getByRole("link", { name: slug }).count()).toBe(0);
    await keepScreenshot(page, "studio-receipt-withdrawn");
    for (const locale of locales) {
      const look = await see(`${site.url}/${locale}/news/${slug}`, ({ status }) => status === 404);
      expect(look.status, locale).toBe(404);
    }
    await desk.go("/studio/structure/drafts");
    await page.getByText("撤回来再改一改").first().waitFor();
  });

  test("is deleted for good", async ({ desk, page, site, publishArticle }) => {
    const { id, slug } = await publishArticle("不再需要的一篇");
    await desk.open(id);
    await page.getByRole("button", { name: "打开文档操作" }).click();
    await page.getByRole("menuitem", { name: "删除" }).click();
    await page.getByRole("button", { name: "现在删除" }).click();
    await page.getByText("文档已成功删除").first().waitFor();
    for (const locale of locales) {
      const look = await see(`${site.url}/${locale}/news/${slug}`, ({ status }) => status === 404);
      expect(look.status, locale).toBe(404);
    }
    expect(await editorClient(site).getDocument(id)).toBeUndefined();
  });

  test("remembers who changed what", async ({ desk, page, site, publishArticle }) => {
    const { id } = await publishArticle("历史里的第一个题目");
    await desk.open(id);
    for (const title of ["历史里的第二个题目", "历史里的第三个题目"]) {
      await desk.retitle(title);
      await expect.poll(() => draftTitle(site, id), patience).toBe(title);
    }
    await desk.review();
    await page.getByRole("tab", { name: "历史" }).click();
    await page.getByText("草稿已创建").waitFor();
    await expect.poll(() => page.getByText("已编辑", { exact: true }).count(), patience).toBe(2);
    await keepScreenshot(page, "studio-history");
    await page.getByRole("tab", { name: "审查变更" }).click();
    const changes = page.getByTestId("review-changes-pane").last();
    await expect.poll(() => changes.innerText(), patience).toContain("标题");
    await keepScreenshot(page, "studio-changes");
  });
});

describe("the body in the Studio", () => {
  test("takes a link, a callout and a table, and the site shows them", async ({
    desk,
    page,
    site,
    publishArticle,
  }) => {
    const { id, slug } = await publishArticle("各样内容都有");
    await desk.open(id);
    await desk.enterBody();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("请看这里");
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowLeft");
    await desk.annotate("外部链接");
    await page.getByLabel("网址", { exact: true }).fill("https://example.com/guide");
    await page.keyboard.press("Escape");
    await desk.enterBody();
    await page.keyboard.press("Control+End");
    const callout = await desk.insert("提示框");
    await callout.getByLabel("内容").fill("干活以前先看制度");
    await page.keyboard.press("Escape");
    const table = await desk.insert("表格");
    await table.getByRole("button", { name: "加一行" }).click();
    await table.getByRole("button", { name: "加一行" }).click();
    await table.getByLabel("第 1 行第 1 列").fill("头发");
    await table.getByLabel("第 2 行第 1 列").fill("发展");
    await keepScreenshot(page, "studio-table");
    await page.keyboard.press("Escape");
    await desk.publish();
    const look = await see(`${site.url}/zh-Hant/news/${slug}`, says("幹活以前先看制度"));
    expect(look.text).toContain('href="https://example.com/guide"');
    expect(look.text).toContain("幹活以前先看制度");
    expect(look.text).toMatch(/<th[^>]*>頭髮/);
    expect(look.text).toMatch(/<td[^>]*>發展/);
  });
});

describe("the other script in the Studio", () => {
  test("is marked as checked, and warns when the original moves on", async ({
    desk,
    page,
    publishArticle,
  }) => {
    const { id } = await publishArticle("校对过的题目");
    await desk.open(id);
    await page.getByRole("button", { name: "简繁对照" }).first().click();
    await page.getByRole("button", { name: "已校对", exact: true }).click();
    await desk.untilSaved();
    expect(await page.getByText("原文在此之后改过").count()).toBe(0);
    await desk.retitle("校对过又改了的题目");
    await page.getByText("原文在此之后改过").waitFor();
    await keepScreenshot(page, "studio-stale");
    await page.getByRole("button", { name: "已核对" }).click();
    await page.getByText("原文在此之后改过").waitFor({ state: "detached" });
  });

  test("is written by hand, and the site shows those words", async ({
    desk,
    page,
    site,
    publishArticle,
  }) => {
    const { id, slug } = await publishArticle("由人来写的题目");
    await desk.open(id);
    await page.getByRole("button", { name: "简繁对照" }).first().click();
    await page.getByRole("button", { name: "人工撰写", exact: true }).click();
    await page.getByRole("tab", { name: "简繁文字" }).click();
    const start = page.getByRole("button", { name: "以自动转换的文字为底稿" });
    await start.click();
    await start.waitFor({ state: "detached" });
    await page.getByRole("button", { name: /繁体.*人工撰写/ }).click();
    const title = page.getByRole("dialog").getByLabel("标题");
    await expect.poll(() => title.inputValue(), patience).toBe("由人來寫的題目");
    await keepScreenshot(page, "studio-manual");
    await title.fill("人手寫的題目");
    await page.keyboard.press("Escape");
    const shown = page.locator("[data-line=title]");
    await expect.poll(() => shown.innerText(), patience).toBe("人手寫的題目");
    await desk.publish();
    const look = await see(`${site.url}/zh-Hant/news/${slug}`, says("人手寫的題目"));
    expect(look.text).toContain("人手寫的題目");
    expect(look.text).toContain("公司又發展了");
  });
});

test("what is scheduled is listed with its moment", async ({ desk, page }) => {
  await desk.enter();
  await page.getByText("待发布").click();
  await page.getByText("HF-D3 计量泵今日发布").waitFor();
  await page
    .getByText(/发布于 \d{4}年\d+月\d+日 \d\d:\d\d/)
    .first()
    .waitFor();
  await keepScreenshot(page, "studio-scheduled");
});
