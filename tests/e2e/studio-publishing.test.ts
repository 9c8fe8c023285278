import { createSchedule } from "../../lib/studio/schedules/schedule.ts";
import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";
import type { Look } from "./content-editor.ts";
import type { StudioDesk } from "./studio-desk.ts";
import { describe, expect, keepScreenshot, test as base } from "./studio-test.ts";

const patience = { timeout: 60_000 };

const locales = ["zh-Hans", "zh-Hant"] as const;

const test = base.extend("publishArticle", ({ site }) => async (title: string) => {
  const { _id: id, slug } = await editorClient(site).create(newArticle({ title }));
  await see(`${site.url}/zh-Hans/news/${slug.current}`, isThere);
  return { id, slug: slug.current };
});

const see = (url: string, isRight: (look: Look) => boolean) =>
  waitUntil(() => lookAt(url), isRight);

const isThere = ({ status }: Look) => status === 200;
const isGone = ({ status }: Look) => status === 404;

describe("a publish", () => {
  test("leaves a receipt that opens the pages of both scripts", async ({
    desk,
    page,
    site,
    publishArticle,
  }) => {
    const { id, slug } = await publishArticle("回执以前的头发");
    await desk.open(id);
    await desk.retitle("回执以后的头发");
    await desk.publish();
    // What was published a moment ago may still be announced beside it.
    const own = page.locator(`a[href$="/zh-Hant/news/${slug}"]`, { hasText: "打开 繁体" });
    await page
      .locator("[data-ui=Toast]", { hasText: /网站已更新，用时/ })
      .filter({ has: own })
      .waitFor();
    await keepScreenshot(page, "studio-receipt-toast");
    await page.getByRole("button", { name: "发布回执" }).first().click();
    const receipts = page.locator("[data-receipt]");
    await expect.poll(() => receipts.count(), patience).toBe(2);
    const newest = () => receipts.first().getAttribute("data-receipt");
    await expect.poll(newest, patience).toBe("done");
    const titles = { "zh-Hans": "回执以后的头发", "zh-Hant": "回執以後的頭髮" };
    for (const [locale, title] of Object.entries(titles)) {
      const popup = page.waitForEvent("popup");
      await receipts
        .first()
        .getByRole("link", { name: `/${locale}/news/${slug}` })
        .click();
      const opened = await popup;
      await opened.getByRole("heading", { name: title }).first().waitFor();
      await opened.close();
    }
    await keepScreenshot(page, "studio-receipt");
    const messages = await editorClient(site).request<{ documentId: string }[]>({
      uri: "/hooks/projects/yiwen/revalidate/messages?limit=200",
    });
    const told = messages.map(({ documentId }) => documentId);
    expect(told).toContain(id);
    expect(told.filter((name) => name.startsWith("publishEvent."))).toEqual([]);
  });

  test("that did not reach the site says why, and that it is tried again; twenty receipts are kept", async ({
    desk,
    page,
    site,
    publishArticle,
  }) => {
    const { id } = await publishArticle("没有刷新成功");
    const client = editorClient(site);
    await desk.open(id);
    const past = client.transaction();
    for (let index = 0; index < 25; index += 1) {
      const committedAt = new Date(Date.now() - (30 - index) * 60_000).toISOString();
      past.create({
        _id: `publishEvent.${id}-${index}`,
        _type: "publishEvent",
        document: id,
        committedAt,
        receivedAt: committedAt,
        failures: 2,
        error: "The CMS did not answer in 5000 ms",
      });
    }
    await past.commit();
    await page.getByRole("button", { name: "发布回执" }).first().click();
    const failed = page.locator("[data-receipt=failed]").first();
    await failed.getByText("网站还没有更新，正在重试").waitFor();
    await page.locator("[data-receipt=done] button").click();
    await failed.locator("button").click();
    await failed.getByText("The CMS did not answer in 5000 ms").waitFor();
    await keepScreenshot(page, "studio-receipt-failed");
    await client.patch(id).set({ title: "又刷新成功" }).commit();
    const count = () =>
      client.fetch<number>(`count(*[_type == "publishEvent" && document == $id])`, { id });
    await expect.poll(count, patience).toBe(20);
  });
});

describe("a moment in the future", () => {
  test("publishes a draft: set, listed, opened, moved, kept", async ({ desk, page, site }) => {
    const article = newArticle({ title: "明天才发布的头发" });
    const id = article._id;
    await editorClient(site).create({ ...article, _id: `drafts.${id}` });
    await desk.open(id);
    await openSchedule(desk);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("北京时间").fill("2020-01-01T08:00:00");
    await dialog.getByRole("button", { name: "定好" }).click();
    await dialog.getByText("这个时间已经过去，请选以后的时间").waitFor();
    await dialog.getByLabel("北京时间").fill("2099-01-02T08:30:00");
    await keepScreenshot(page, "studio-schedule");
    await dialog.getByRole("button", { name: "定好" }).click();
    await page.getByText("已定好，发布于 2099年1月2日 08:30").waitFor();
    await desk.go("/studio/structure/scheduled");
    await page.getByRole("link", { name: "明天才发布的头发" }).click();
    const title = desk.field("title").locator("input");
    await expect.poll(() => title.inputValue(), patience).toBe("明天才发布的头发");
    await keepScreenshot(page, "studio-scheduled-open");
    await desk.go("/studio/structure/scheduled");
    const card = page.locator("[data-schedule]", { hasText: "明天才发布的头发" });
    await card.getByRole("button", { name: "改时间" }).click();
    await card.getByLabel("北京时间").fill(inShanghai(4000));
    await keepScreenshot(page, "studio-scheduled");
    await card.getByRole("button", { name: "改到这个时间" }).click();
    for (const locale of locales) {
      const url = `${site.url}/${locale}/news/${article.slug.current}`;
      expect((await see(url, isThere)).status, locale).toBe(200);
    }
    await card.waitFor({ state: "detached" });
  });

  test("withdraws what is published, and can be called off", async ({
    desk,
    page,
    site,
    publishArticle,
  }) => {
    const { id, slug } = await publishArticle("月底就下线");
    await desk.open(id);
    const schedule = async (moment: string) => {
      await page.getByRole("dialog").getByLabel("北京时间").fill(moment);
      await page.getByRole("dialog").getByRole("button", { name: "定好" }).click();
      await page.getByText(`已定好，下线于 ${moment.slice(0, 4)}年`).waitFor();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
    await openSchedule(desk);
    await schedule("2099-01-02T08:30:00");
    await openSchedule(desk);
    await page.getByRole("dialog").getByRole("button", { name: "取消定时" }).click();
    await page.getByRole("dialog").locator("[data-schedule]").waitFor({ state: "detached" });
    expect((await lookAt(`${site.url}/zh-Hans/news/${slug}`)).status).toBe(200);
    await schedule(inShanghai(4000));
    for (const locale of locales) {
      const look = await see(`${site.url}/${locale}/news/${slug}`, isGone);
      expect(look.status, locale).toBe(404);
    }
  });

  test("that was called off gives the draft back", async ({ desk, page, site }) => {
    const article = newArticle({ title: "又不急着发了" });
    const id = article._id;
    await editorClient(site).create({ ...article, _id: `drafts.${id}` });
    await desk.open(id);
    await openSchedule(desk);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("北京时间").fill("2099-01-02T08:30:00");
    await dialog.getByRole("button", { name: "定好" }).click();
    await page.getByText(/已定好，发布于/).waitFor();
    await desk.go("/studio/structure/scheduled");
    const card = page.locator("[data-schedule]", { hasText: "又不急着发了" });
    await card.getByRole("button", { name: "取消定时" }).click();
    await card.waitFor({ state: "detached" });
    const draft = async () => (await editorClient(site).getDocument(`drafts.${id}`))?.["title"];
    await expect.poll(draft, patience).toBe("又不急着发了");
  });

  test("is not called off over a newer draft before the editor has said which text stays", async ({
    desk,
    page,
    site,
  }) => {
    const { _id: id, ...article } = newArticle({ title: "定好时间的旧稿" });
    const client = editorClient(site);
    await client.create({ ...article, _id: `drafts.${id}` });
    const publishAt = "2099-01-02T00:30:00.000Z";
    const releaseId = `r${id.slice(-10)}`;
    const actions = createSchedule({
      releaseId,
      document: id,
      kind: "publish",
      title: article.title,
      publishAt,
    });
    await client.request({ uri: "/data/actions/production", method: "POST", body: { actions } });
    await client.create({ ...article, _id: `drafts.${id}`, title: "后来写的新稿" });
    await desk.go("/studio/structure/scheduled");
    const card = page.locator("[data-schedule]", { hasText: "定好时间的旧稿" });
    const question = card.getByRole("alert");
    await card.getByRole("button", { name: "取消定时", exact: true }).click();
    await question.getByText(/现在的草稿：后来写的新稿/).waitFor();
    await keepScreenshot(page, "studio-schedule-question");
    await question.getByRole("button", { name: "先不取消定时" }).click();
    await question.waitFor({ state: "detached" });
    await card.getByRole("button", { name: "取消定时", exact: true }).click();
    await question.getByRole("button", { name: "留下定时的内容" }).click();
    await card.waitFor({ state: "detached" });
    const draft = async () => (await client.getDocument(`drafts.${id}`))?.["title"];
    await expect.poll(draft, patience).toBe("定好时间的旧稿");
  });
});

/** The form takes the focus when it is ready, which closes an open menu: it has it before the menu opens. */
async function openSchedule(desk: StudioDesk): Promise<void> {
  const { page } = desk;
  await desk.field("title").locator("input").click();
  await page.getByRole("button", { name: "打开文档操作" }).click();
  await page.getByRole("menuitem", { name: /定时/ }).click();
}

/** A moment `ms` from now, as one types it in China. */
function inShanghai(ms: number): string {
  return new Date(Date.now() + ms + 8 * 3600_000).toISOString().slice(0, 19);
}
