import { lookAt, waitUntil } from "./content-editor.ts";
import { StudioDesk } from "./studio-desk.ts";
import { describe, expect, keepScreenshot, test } from "./studio-test.ts";

const patience = { timeout: 60_000 };

const seen = (text: string) => (look: { text: string }) => look.text.includes(text);

describe("an editor in the Studio", () => {
  test("writes an article with a picture and half a word in bold, and it is out in both scripts", async ({
    desk,
    page,
    site,
  }) => {
    await desk.create("article", "头发与皇后的新征程");
    const slug = await desk.suggestSlug();
    expect(slug).toMatch(/^toufa-[a-z0-9-]+$/);
    await desk.pickCategory("公司新闻", "company");
    await desk.field("excerpt").locator("textarea").fill("干部说，制造要有制度。");
    await desk.uploadCover("clock.webp");
    await desk.enterBody();
    await page.keyboard.type("我们重视头");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("发");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("护理，以后也发展。");
    await desk.publish();
    await keepScreenshot(page, "studio-article");
    const shown = {
      "zh-Hans": "头<strong>发</strong>护理",
      "zh-Hant": "頭<strong>髮</strong>護理",
    };
    for (const [locale, words] of Object.entries(shown)) {
      const article = await waitUntil(
        () => lookAt(`${site.url}/${locale}/news/${slug}`),
        seen(words),
      );
      expect(article.text).toContain(words);
      for (const list of ["", "/news", "/news/category/company"]) {
        const address = `${site.url}/${locale}${list}`;
        const link = `/news/${slug}"`;
        expect((await waitUntil(() => lookAt(address), seen(link))).text, address).toContain(link);
      }
    }
  });

  test("is shown the other script while typing, and corrects a word for this article", async ({
    desk,
    page,
  }) => {
    await desk.create("article", "皇后以后的头发");
    await page.getByRole("button", { name: "简繁对照" }).first().click();
    const title = page.locator("[data-line=title]");
    await expect.poll(() => title.innerText(), patience).toBe("皇后以後的頭髮");
    await title.getByRole("button", { name: "以後" }).click();
    await page.getByLabel("写成").fill("之後");
    await page.getByRole("button", { name: "只改本文" }).click();
    await expect.poll(() => title.innerText(), patience).toBe("皇后之後的頭髮");
    await keepScreenshot(page, "studio-scripts");
  });

  test("types on in the form while a word is asked about, which is over at a click or when the words move", async ({
    desk,
    page,
  }) => {
    await desk.create("article", "皇后以后的头发");
    await page.getByRole("button", { name: "简繁对照" }).first().click();
    const asked = page.locator("[data-line=title]").getByRole("button", { name: "以後" });
    const form = page.getByLabel("写成");
    const title = desk.field("title").locator("input");
    await asked.click();
    await expect.poll(() => form.evaluate((input) => input === document.activeElement)).toBe(true);
    // Not by a click, which would be the end of the question.
    await title.focus();
    await page.keyboard.press("End");
    await page.keyboard.type("甲乙丙丁", { delay: 200 });
    expect(await title.inputValue()).toBe("皇后以后的头发甲乙丙丁");
    expect(await form.inputValue()).toBe("以後");
    await title.click();
    await form.waitFor({ state: "detached" });
    await asked.click();
    await form.waitFor();
    await title.focus();
    await page.keyboard.press("Home");
    await page.keyboard.type("大家说", { delay: 200 });
    await form.waitFor({ state: "detached" });
    expect(await title.inputValue()).toBe("大家说皇后以后的头发甲乙丙丁");
  });

  test("cannot give two articles one slug, and is offered a free one", async ({ desk, page }) => {
    await desk.create("article", "同名的文章");
    const first = await desk.suggestSlug();
    await desk.untilSaved();
    await desk.create("article", "同名的文章");
    expect(await desk.suggestSlug()).toBe(`${first}-2`);
    await desk.field("slug").locator("input").fill(first);
    await page.getByRole("button", { name: "发布", exact: true }).waitFor();
    await expect
      .poll(() => page.getByRole("button", { name: "发布", exact: true }).isDisabled(), patience)
      .toBe(true);
  });

  test("finds articles by Chinese words", async ({ desk, page }) => {
    await desk.enter();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("校园招聘", { delay: 40 });
    await page.getByText("2027 届校园招聘").first().waitFor();
    await keepScreenshot(page, "studio-search");
  });

  test("sees who else is in the article", async ({ desk: one, office }) => {
    const other = new StudioDesk(await office.context.newPage());
    await one.create("article", "两个人一起写");
    await one.untilSaved();
    await other.page.goto(one.page.url(), { waitUntil: "commit" });
    await other.field("title").locator("input").click();
    await one.page.locator("[data-testid$=preview__status] [data-ui=Avatar]").first().waitFor();
    await keepScreenshot(one.page, "studio-presence");
  });
});
