import type { BrowserContext, Page } from "playwright-core";

import { createSchedule } from "../../lib/studio/schedules/schedule.ts";
import { editorClient, newArticle, waitUntil } from "./content-editor.ts";
import type { RunningSite } from "./site-process.ts";
import type { StudioDesk } from "./studio-desk.ts";
import { describe, expect, keepScreenshot, test } from "./studio-test.ts";

const patience = { timeout: 60_000 };

/** A published article with a draft over it: 已发布的标题 for everybody, 草稿里的头发 for editors. */
async function articleWithDraft(site: RunningSite) {
  const client = editorClient(site);
  const article = newArticle({ title: "已发布的标题" });
  await client.create(article);
  await client.create({ ...article, _id: `drafts.${article._id}`, title: "草稿里的头发" });
  return { id: article._id, slug: article.slug.current, client };
}

/** A published article of which another version waits for its moment: 到时才有的头发. */
async function articleWithSchedule(site: RunningSite) {
  const { id, slug, client } = await articleWithDraft(site);
  await client.patch(`drafts.${id}`).set({ title: "到时才有的头发" }).commit();
  const releaseId = `r${crypto.randomUUID().slice(0, 8)}`;
  const publishAt = "2099-01-02T00:30:00Z";
  const wanted = { releaseId, document: id, kind: "publish", title: "", publishAt } as const;
  const { dataset = "" } = client.config();
  const body = { actions: createSchedule(wanted) };
  await client.request({ uri: `/data/actions/${dataset}`, method: "POST", body });
  return { id, slug, client, releaseId };
}

/** Open the article in the Studio, and its page beside the form by the link above the form. */
async function openPreview(desk: StudioDesk, id: string, script = "简体") {
  await desk.open(id);
  return followToPreview(desk, script);
}

async function followToPreview(desk: StudioDesk, script = "简体") {
  await desk.page.getByText("在 2 个页面上").click();
  await desk.page.getByRole("link", { name: new RegExp(`^${script}`) }).click();
  const frame = desk.page.frameLocator("iframe");
  await frame.locator("html[data-editing]").waitFor();
  return frame;
}

async function cookieOf(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies();
  return cookies
    .filter(({ name }) => /^(?:__prerender_bypass|preview_pass)$/.test(name))
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
}

async function titleAt(page: Page): Promise<string | null> {
  return page.getByRole("heading", { level: 1 }).textContent();
}

async function ask(url: string, cookie = "") {
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const text = await answer.text();
  const [, title = ""] = /<h1[^>]*>([^<]*)<\/h1>/.exec(text) ?? [];
  return { title, text, status: answer.status, headers: answer.headers };
}

describe("an editor previews an article", () => {
  test("beside the form: what is typed shows, what is clicked opens, in both scripts and widths", async ({
    desk,
    page,
    site,
  }) => {
    const { id, slug } = await articleWithDraft(site);
    const frame = await openPreview(desk, id);
    const heading = frame.getByRole("heading", { level: 1 });
    await expect.poll(() => heading.textContent(), patience).toBe("草稿里的头发");
    await desk.retitle("皇后的头发");
    await expect.poll(() => heading.textContent(), patience).toBe("皇后的头发");
    await keepScreenshot(page, "preview-desktop");

    await desk.untilSaved();
    await frame.locator('[data-edit$=" excerpt"]').click();
    const excerpt = desk.field("excerpt").locator("textarea");
    await expect
      .poll(() => excerpt.evaluate((input) => input === document.activeElement), patience)
      .toBe(true);
    await frame.getByText("他的头").first().click();
    await desk.field("body").locator("[contenteditable=true]").waitFor();

    await page.getByRole("button", { name: "切换手机与电脑宽度" }).click();
    const width = () => page.locator("iframe").evaluate((element) => element.clientWidth);
    await expect.poll(width, patience).toBeLessThan(500);
    await frame.getByRole("link", { name: "繁體" }).click();
    await expect.poll(() => heading.textContent(), patience).toBe("皇后的頭髮");
    await frame.locator("html[lang=zh-Hant][data-editing]").waitFor();
    await expect.poll(() => page.url(), patience).toContain(`/zh-Hant/news/${slug}`);
    await keepScreenshot(page, "preview-phone");
    expect((await ask(`${site.url}/zh-Hant/news/${slug}`)).title).toBe("已發布的標題");

    await frame.getByRole("link", { name: "新聞" }).first().click();
    await expect.poll(() => page.url(), patience).toMatch(/zh-Hant(?:%2F|\/)news(?:&|$)/);
    await frame.locator("html[data-editing]").waitFor();
    expect(await page.getByText("没有对应的内容").count()).toBe(0);
  });

  test("finds the desk's words in Traditional too", async ({ desk, page, site }) => {
    const { id } = await articleWithDraft(site);
    await desk.enter();
    await page.getByRole("button", { name: "繁體" }).click();
    await page.getByRole("link", { name: "預覽" }).click();
    await page.frameLocator("iframe").locator("html[lang=zh-Hant][data-editing]").waitFor();
    await desk.open(id);
    await page.getByText("在 2 個頁面上").click();
    await page.getByRole("link", { name: /^繁體/ }).click();
    const frame = page.frameLocator("iframe");
    await frame.getByRole("heading", { name: "草稿裡的頭髮" }).waitFor();
    await frame.locator("html[data-editing]").waitFor();
    await keepScreenshot(page, "preview-traditional");
  });

  test("in a window of its own, is told so, and leaves again", async ({ desk, page, site }) => {
    const { id, slug } = await articleWithDraft(site);
    await openPreview(desk, id);
    await page.goto(`/zh-Hant/news/${slug}`);
    expect(await titleAt(page)).toBe("草稿裡的頭髮");
    await keepScreenshot(page, "preview-banner");
    await page.getByRole("button", { name: "退出預覽" }).click();
    await expect.poll(() => titleAt(page), patience).toBe("已發布的標題");
    expect(new URL(page.url()).pathname).toBe(`/zh-Hant/news/${slug}`);
    expect(await page.getByRole("button", { name: "退出預覽" }).count()).toBe(0);
    expect(await cookieOf(page.context())).toBe("");
  });

  test("and nobody else sees the draft, however many ask at the same time", async ({
    desk,
    page,
    site,
  }) => {
    const { id, slug, client } = await articleWithDraft(site);
    const unpublished = newArticle({ title: "从未发布的文章" });
    await client.create({ ...unpublished, _id: `drafts.${unpublished._id}` });
    await openPreview(desk, id);
    const cookie = await cookieOf(page.context());
    const address = `${site.url}/zh-Hans/news/${slug}`;
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const isEditor = at % 3 === 0;
        return { isEditor, ...(await ask(address, isEditor ? cookie : "")) };
      }),
    );
    for (const { isEditor, title, text, headers } of answers) {
      expect(title).toBe(isEditor ? "草稿里的头发" : "已发布的标题");
      expect(text.includes("data-edit")).toBe(isEditor);
      if (isEditor) expect(headers.get("cache-control")).toBe("private, no-store");
    }
    expect((await ask(address)).title).toBe("已发布的标题");

    const only = `${site.url}/zh-Hans/news/${unpublished.slug.current}`;
    expect((await ask(only)).status).toBe(404);
    expect((await ask(only, cookie)).title).toBe("从未发布的文章");
    expect((await ask(only)).status).toBe(404);

    const [bypass = "", pass = ""] = [/__prerender_bypass=[^;]*/, /preview_pass=[^;]*/].map(
      (part) => part.exec(cookie)?.[0] ?? "",
    );
    const forged = [
      "__prerender_bypass=made-up; preview_pass=9999999999999.made-up",
      `__prerender_bypass=made-up; ${pass}`,
      bypass,
      pass,
      `${bypass}; preview_pass=9999999999999.${"A".repeat(43)}`,
      `${bypass}; ${pass.replace(/=\d/, "=9")}`,
    ];
    for (const attempt of forged) {
      expect((await ask(address, attempt)).title, attempt).toBe("已发布的标题");
      expect((await ask(only, attempt)).status, attempt).toBe(404);
    }
    expect((await ask(address)).headers.get("cache-control")).toContain("public");

    // Renamed: an old link opens the page for editors too, until a draft stands there.
    await client.delete(`drafts.${id}`);
    await client
      .patch(id)
      .set({ slug: { _type: "slug", current: `${slug}-new` } })
      .commit();
    await waitUntil(
      () => ask(address),
      ({ status }) => status === 308,
    );
    const moved = await ask(address, cookie);
    expect(moved.status).toBe(308);
    expect(moved.headers.get("location")).toMatch(new RegExp(`/zh-Hans/news/${slug}-new$`));
    await client.create({
      ...newArticle({ title: "后来的草稿", slug }),
      _id: `drafts.${id}-later`,
    });
    expect((await ask(address, cookie)).title).toBe("后来的草稿");
    expect((await ask(address)).status).toBe(308);
  });

  test("that waits for its moment, as it will be, and shows it to a reviewer", async ({
    desk,
    page,
    site,
  }) => {
    const { id, slug, client, releaseId } = await articleWithSchedule(site);
    const address = `${site.url}/zh-Hans/news/${slug}`;
    await desk.go("/studio/structure/scheduled");
    await page.getByRole("link", { name: "到时才有的头发" }).click();
    const frame = await followToPreview(desk);
    const heading = frame.getByRole("heading", { level: 1 });
    await expect.poll(() => heading.textContent(), patience).toBe("到时才有的头发");
    await keepScreenshot(page, "preview-scheduled");
    const cookie = await cookieOf(page.context());
    expect((await ask(address, `${cookie}; preview_release=${releaseId}`)).title).toBe(
      "到时才有的头发",
    );
    expect((await ask(address, cookie)).title).toBe("已发布的标题");
    expect((await ask(address, `preview_release=${releaseId}`)).title).toBe("已发布的标题");

    await page.getByTestId("pane-footer").getByTestId("action-menu-button").click();
    await page.getByRole("menuitem", { name: "分享预览链接" }).click();
    await page.getByRole("button", { name: "生成链接" }).click();
    const link = await page.getByRole("textbox", { name: "预览链接" }).inputValue();
    const shared = link.replace("/review/", "/zh-Hans/review/");
    await client.create({ ...newArticle({ title: "又起的草稿", slug }), _id: `drafts.${id}` });
    expect((await ask(shared)).title).toBe("到时才有的头发");
    expect((await ask(address)).title).toBe("已发布的标题");

    // Looking at something else is not looking at what waits.
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await frame.getByRole("link", { name: "首页" }).first().click();
    await frame.getByText("又起的草稿").first().waitFor();
    expect(await frame.getByText("到时才有的头发").count()).toBe(0);
  });

  test.for([
    ["zh-Hans", "预览链接已失效"],
    ["zh-Hant", "預覽連結已失效"],
  ] as const)(
    "is refused with an old secret, in %s",
    async ([locale, words], { page, expectedErrors }) => {
      expectedErrors.push(/status of 410/);
      const query = new URLSearchParams({
        "sanity-preview-secret": "long-gone",
        "sanity-preview-pathname": `/${locale}/news`,
      });
      const answer = await page.goto(`/api/draft/enable?${query}`);
      expect(answer?.status()).toBe(410);
      expect(await titleAt(page)).toBe(words);
      expect(await cookieOf(page.context())).toBe("");
    },
  );
});

describe("a link for a reviewer without an account", () => {
  test("shows this one draft in both scripts without JavaScript, until it is taken back", async ({
    desk,
    page,
    site,
    openContext,
    expectedErrors,
  }) => {
    expectedErrors.push(/status of 410/);
    const { id, slug } = await articleWithDraft(site);
    const other = await articleWithDraft(site);
    await desk.open(id);
    await desk.retitle("审阅中的头发");
    await desk.untilSaved();
    await page.getByTestId("pane-footer").getByTestId("action-menu-button").click();
    await page.getByRole("menuitem", { name: "分享预览链接" }).click();
    await page.getByRole("button", { name: "生成链接" }).click();
    const link = page.getByRole("textbox", { name: "预览链接" });
    const address = await link.inputValue();
    await keepScreenshot(page, "preview-share-dialog");

    const reviewer = await (await openContext({ javaScriptEnabled: false })).newPage();
    const answer = await reviewer.goto(address);
    expect(await titleAt(reviewer)).toBe("审阅中的头发");
    expect(answer?.headers()["cache-control"]).toMatch(/private.*no-store/);
    expect(await reviewer.locator("meta[name=robots]").getAttribute("content")).toMatch(/noindex/);
    await keepScreenshot(reviewer, "preview-review");
    await reviewer.getByRole("link", { name: "繁體" }).click();
    expect(await titleAt(reviewer)).toBe("審閱中的頭髮");
    for (const published of [slug, other.slug]) {
      await reviewer.goto(`/zh-Hans/news/${published}`);
      expect(await titleAt(reviewer)).toBe("已发布的标题");
    }

    await page.getByRole("button", { name: "收回" }).click();
    await link.waitFor({ state: "detached" });
    expect((await reviewer.goto(address))?.status()).toBe(410);
    expect(await titleAt(reviewer)).toBe("預覽連結已失效");
    await keepScreenshot(reviewer, "preview-over");
  });

  test("is shut when its time is over, whatever the page was before", async ({ site }) => {
    const { id, client } = await articleWithDraft(site);
    const token = "a-token-of-thirty-two-characters";
    const link = {
      _id: `previewLink.${token}`,
      _type: "previewLink",
      documentId: id,
      documentType: "article",
    };
    const inTime = (ms: number) => new Date(Date.now() + ms).toISOString();
    await client.createOrReplace({ ...link, expiresAt: inTime(60_000) });
    const address = `${site.url}/zh-Hans/review/${token}`;
    expect((await ask(address)).title).toBe("草稿里的头发");
    await client.createOrReplace({ ...link, expiresAt: inTime(-1) });
    const late = await ask(address);
    expect([late.status, late.title]).toEqual([410, "预览链接已失效"]);
    expect(late.text).not.toContain("草稿里的头发");
    expect(late.headers.get("cache-control")).toContain("no-store");
  });
});
