import type { Page } from "playwright-core";

import { describe, expect, keepScreenshot, test } from "./studio-test.ts";

/** Load the Studio as on a first visit: the window of the test before is told to forget, and asks anew. */
const visit = (page: Page) => page.goto("/studio", { waitUntil: "commit" });

const chapters = {
  "zh-Hans": [
    "写一篇文章",
    "核对简繁",
    "发布前检查",
    "发布和回执",
    "定时发布",
    "预览",
    "处理留言",
    "术语表",
    "谁能做什么",
    "账号和密码",
  ],
  "zh-Hant": ["寫一篇文章", "核對簡繁", "發布前檢查", "誰能做什麼", "帳號和密碼"],
};

describe("help in the Studio", () => {
  test("is offered on the first visit, once, and covers the whole work with pictures", async ({
    page,
  }) => {
    await visit(page);
    await page.getByRole("button", { name: "看看帮助" }).click();
    for (const name of chapters["zh-Hans"])
      await page.getByRole("heading", { level: 2, name, exact: true }).waitFor();
    expect(await page.getByText("第一次来？").count()).toBe(0);
    await page.getByRole("button", { name: "处理留言" }).click();
    const picture = page.getByRole("img", { name: /^留言：左边是筛选和列表/ });
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth), {
        timeout: 60_000,
      })
      .toBe(1280);
    await keepScreenshot(page, "studio-help-zh-Hans");
    const [password] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: "修改密码" }).click(),
    ]);
    await password.locator("input[name=current]").waitFor();
    await page.reload({ waitUntil: "commit" });
    await page.getByRole("heading", { level: 1, name: "帮助" }).waitFor();
    expect(await page.getByText("第一次来？").count()).toBe(0);
  });

  test("is not offered again to who knows already, but stays in the bar", async ({ page }) => {
    await visit(page);
    await page.getByRole("button", { name: "知道了" }).click();
    await page.getByText("第一次来？").waitFor({ state: "detached" });
    await page.reload({ waitUntil: "commit" });
    await page.getByText("网站设置").first().waitFor();
    expect(await page.getByText("第一次来？").count()).toBe(0);
    await page.getByRole("link", { name: "帮助" }).click();
    await page.getByRole("heading", { level: 2, name: "写一篇文章" }).waitFor();
  });

  test("speaks Traditional Chinese, with pictures that do", async ({ page }) => {
    await visit(page);
    await page.getByRole("button", { name: "繁體" }).click();
    await page.getByRole("button", { name: "看看幫助" }).click();
    for (const name of chapters["zh-Hant"])
      await page.getByRole("heading", { level: 2, name, exact: true }).waitFor();
    const picture = page.getByRole("img", { name: /^文章編輯頁/ });
    expect(await picture.getAttribute("src")).toMatch(/write\.zh-Hant/);
    await keepScreenshot(page, "studio-help-zh-Hant");
  });
});
