import { describe, expect, keepScreenshot, test } from "./browser.ts";
import { editorClient, newArticle } from "./content-editor.ts";
import { StudioDesk } from "./studio-desk.ts";
import { createUser } from "./studio-users.ts";

/** Sanity's presence says goodbye on a socket that the browser has closed with the page. */
const goodbye = /WebSocket is already in CLOSING or CLOSED state/;

const patience = { timeout: 60_000 };

describe("a viewer", () => {
  test("reads, cannot type, and sees drafts in the preview", async ({
    page,
    site,
    expectedErrors,
  }) => {
    expectedErrors.push(goodbye);
    const login = await createUser(site, { user: "liukan", name: "刘看", role: "viewer" });
    const article = newArticle({ title: "只看不改" });
    const draft = newArticle({ title: "改过还没发布" });
    await editorClient(site).create(article);
    await editorClient(site).create({ ...draft, _id: `drafts.${draft._id}` });
    const path = `/zh-Hant/news/${draft.slug.current}`;
    const desk = new StudioDesk(page);
    await desk.logIn({ login });
    await page.goto(`/studio/intent/edit/id=${article._id};type=article/`, { waitUntil: "commit" });
    const title = desk.field("title").locator("input");
    await expect.poll(() => title.inputValue(), patience).toBe("只看不改");
    await expect
      .poll(() => page.locator("[data-testid=form-view][data-read-only]").count())
      .toBe(1);
    expect(await title.getAttribute("readonly")).not.toBeNull();
    await page.getByRole("button", { name: "简繁对照" }).first().click();
    const converted = page.locator("[data-line=title]");
    await expect.poll(() => converted.innerText(), patience).toBe("只看不改");
    expect(await converted.getByRole("button").count()).toBe(0);
    for (const name of ["发布", "复制", "定时", "自动转换", "已校对", "人工撰写"])
      expect(await page.getByRole("button", { name, exact: true }).count(), name).toBe(0);
    await page.getByText("带底色的地方是系统拿不准的").waitFor();
    await keepScreenshot(page, "studio-viewer");
    // Nobody answers here who could be asked for more rights.
    const banner = page.getByTestId("permission-check-banner");
    expect(await banner.innerText()).toContain("查看者");
    expect(await banner.getByRole("button").count()).toBe(0);

    await desk.go(`/studio/presentation?${new URLSearchParams({ preview: path })}`);
    const frame = page.frameLocator("iframe");
    await frame.getByRole("heading", { level: 1, name: "改過還沒發布" }).waitFor();
    await keepScreenshot(page, "studio-viewer-preview");
  });
});

describe("an editor and a contributor in one article", () => {
  test("see each other, nobody's typing is lost, and only one is offered to publish", async ({
    openContext,
    site,
    expectedErrors,
  }) => {
    expectedErrors.push(goodbye);
    const article = await editorClient(site).create(newArticle({ title: "两个人一起改" }));
    const logins = [
      await createUser(site, { user: "chenwen", name: "陈文", role: "editor" }),
      await createUser(site, { user: "linmo", name: "林墨", role: "contributor" }),
    ];
    const desks = await Promise.all(
      logins.map(async (login) => {
        const desk = new StudioDesk(await (await openContext()).newPage());
        await desk.logIn({ login });
        await desk.open(article._id);
        return desk;
      }),
    );
    const [one, other] = desks;
    if (one === undefined || other === undefined) throw new Error("Two desks are needed");
    const words = ["甲写了一句又写了一句", "乙也写了一句再写一句"];
    await Promise.all([type(one, "title", words[0] ?? ""), type(other, "excerpt", words[1] ?? "")]);
    const avatar = "[data-testid=document-pane] [data-ui=Avatar]";
    await one.page.locator(avatar).first().waitFor();
    await other.page.locator(avatar).first().waitFor();
    const draft = async () => {
      const found = await editorClient(site).getDocument(`drafts.${article._id}`);
      return [found?.["title"], found?.["excerpt"]];
    };
    const whole = [`两个人一起改${words[0]}`, `${article.excerpt}${words[1]}`];
    await expect.poll(draft, patience).toEqual(whole);
    for (const desk of desks) {
      const title = desk.field("title").locator("input");
      const excerpt = desk.field("excerpt").locator("textarea");
      await expect.poll(() => title.inputValue(), patience).toBe(whole[0]);
      await expect.poll(() => excerpt.inputValue(), patience).toBe(whole[1]);
    }
    await keepScreenshot(one.page, "studio-two-people");
    expect((await offeredTo(one)).filter((name) => decisions.test(name))).not.toEqual([]);
    expect((await offeredTo(other)).filter((name) => decisions.test(name))).toEqual([]);
    await keepScreenshot(other.page, "studio-contributor");
    expect(await publishBehindTheForm(other, article._id)).toBe(403);
    expectedErrors.push(/403/);
  });
});

/** What only somebody may do who answers for it. */
const decisions = /发布|删除|定时/;

/** The names of all that can be done with the open document: on the button, and in its menu. */
async function offeredTo({ page }: StudioDesk): Promise<string[]> {
  await page.getByRole("button", { name: "打开文档操作" }).click();
  await page.getByRole("menuitem").first().waitFor();
  const inMenu = await page.getByRole("menuitem").allInnerTexts();
  const onButton = await page.getByRole("button", { name: "发布", exact: true }).allInnerTexts();
  return [...inMenu, ...onButton];
}

/** Ask the lake to publish as the page's own scripts could; answers its status. */
async function publishBehindTheForm({ page }: StudioDesk, id: string): Promise<number> {
  return page.evaluate(async (publishedId) => {
    const actionType = "sanity.action.document.publish";
    const action = { actionType, draftId: `drafts.${publishedId}`, publishedId };
    const { status } = await fetch("/api/lake/v2025-02-19/data/actions/production", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ actions: [action] }),
    });
    return status;
  }, id);
}

async function type(desk: StudioDesk, field: string, words: string): Promise<void> {
  const input = desk.field(field).locator("input, textarea").first();
  await input.click();
  await input.press("ControlOrMeta+End");
  await desk.page.keyboard.type(words, { delay: 80 });
}
