import { expect, keepScreenshot, test } from "./browser.ts";
import { editorClient, waitUntil } from "./content-editor.ts";

test("a visitor without JavaScript, on a phone, reads, pages, switches script, searches and writes", async ({
  openContext,
  site,
}) => {
  const viewport = { width: 360, height: 780 };
  const page = await (await openContext({ javaScriptEnabled: false, viewport })).newPage();
  const heading = () => page.getByRole("heading", { level: 1 }).textContent();
  await page.goto("/zh-Hans");

  await page.goto("/zh-Hans/news");
  await page.getByRole("link", { name: "下一页" }).click();
  expect(new URL(page.url()).pathname).toBe("/zh-Hans/news/page/2");
  await page.getByRole("article").first().getByRole("heading").getByRole("link").click();
  const slug = /\/zh-Hans(\/news\/[^/]+)$/.exec(new URL(page.url()).pathname)?.[1];
  const title = await heading();
  expect((await page.getByRole("main").textContent())?.length).toBeGreaterThan(300);

  await page.getByRole("link", { name: "繁體" }).first().click();
  expect(new URL(page.url()).pathname).toBe(`/zh-Hant${slug}`);
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hant");

  await page.getByRole("link", { name: "搜尋" }).first().click();
  await page.getByRole("searchbox").fill(title ?? "");
  await page.getByRole("button", { name: "搜尋" }).click();
  await page.getByRole("main").locator(`a[href="/zh-Hant${slug}"]`).first().click();
  expect(new URL(page.url()).pathname).toBe(`/zh-Hant${slug}`);

  const message = `只用一部旧手机写的留言 ${crypto.randomUUID()}`;
  await page.goto(`/zh-Hant/contact/message?from=${slug}`);
  await page.locator("#name").fill("于先生");
  await page.locator("#phone").fill("154-0000-0999");
  await page.locator("#message").fill(message);
  await page.locator("#consent").check();
  await keepScreenshot(page, "message-without-javascript");
  await page.waitForTimeout(4_100);
  await page.locator('main form button[type="submit"]').click();
  expect(await heading()).toBe("留言已收到");
  const stored = await waitUntil(
    () =>
      editorClient(site).fetch<unknown[]>(`*[_type == "inquiry" && message == $message]`, {
        message,
      }),
    (found) => found.length > 0,
  );
  expect(stored).toMatchObject([{ locale: "zh-Hant", sourceUrl: `/zh-Hant${slug}` }]);
});
