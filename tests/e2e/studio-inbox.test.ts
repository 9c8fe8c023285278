import { readFile } from "node:fs/promises";

import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";

import { editorClient } from "./content-editor.ts";
import type { StudioDesk } from "./studio-desk.ts";
import { describe, expect, keepScreenshot, test as base } from "./studio-test.ts";

const patience = { timeout: 60_000 };

type Written = { name: string; phone: string; message: string; status?: string };

const test = base.extend("write", ({ site }) => async (message: Written) => {
  const { _id } = await editorClient(site).create({
    _id: `inquiry.${crypto.randomUUID()}`,
    _type: "inquiry",
    status: "new",
    locale: "zh-Hans",
    sourceUrl: "/zh-Hans/contact",
    consentAt: "2026-11-20T02:00:00.000Z",
    ...message,
  });
  return _id;
});

const someone = () => `访客${crypto.randomUUID().slice(0, 8)}`;
/** A number that cannot be dialled, and that no other test uses. */
const number = () => `154${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;

async function openInbox(desk: StudioDesk, words: string): Promise<void> {
  const { page } = desk;
  await desk.enter();
  await page.getByText("留言", { exact: true }).first().click();
  await page.getByLabel("搜索留言").fill(words);
}

const unread = async (page: Page) =>
  Number(/\d+/.exec((await page.getByLabel(/^\d+ 条未读$/).getAttribute("aria-label")) ?? "")?.[0]);

describe("the inbox", () => {
  test("counts what nobody has read, and a message is read by opening it", async ({
    desk,
    page,
    write,
  }) => {
    const name = someone();
    await write({ name, phone: number(), message: "两台旧泵" });
    await openInbox(desk, name);
    await page.getByLabel(/^\d+ 条未读$/).waitFor();
    await page.getByText("1 条 · 1 条未读").waitFor();
    const before = await unread(page);
    await page.getByRole("link", { name }).click();
    await page.getByRole("button", { name: "标为未读" }).waitFor();
    await page.getByText("1 条 · 0 条未读").waitFor();
    await page.getByRole("button", { name: "标为未读" }).click();
    await expect.poll(() => unread(page), patience).toBe(before);
    await page.getByText("1 条 · 1 条未读").waitFor();
  });

  test("keeps status, who has it and what was done, and finds a message by them", async ({
    desk,
    page,
    site,
    write,
  }) => {
    const name = someone();
    const id = await write({ name, phone: number(), message: "想换成磁力泵" });
    await openInbox(desk, name);
    await page.getByRole("link", { name }).click();
    await page.getByLabel("处理状态").selectOption({ label: "处理中" });
    await expect
      .poll(() => page.getByLabel("负责人", { exact: true }).locator("option").count(), patience)
      .toBeGreaterThan(1);
    await page.getByLabel("负责人", { exact: true }).selectOption({ index: 1 });
    await page.getByLabel("新的处理记录").fill("已回电，周五寄样本");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/ · \d{4}-\d\d-\d\d \d\d:\d\d$/).waitFor();
    await keepScreenshot(page, "studio-inbox-zh-Hans");

    await page.getByLabel("按状态筛选").selectOption({ label: "已完成" });
    await page.getByText("没有符合条件的留言").waitFor();
    await page.getByLabel("按状态筛选").selectOption({ label: "处理中" });
    await page.getByLabel("按负责人筛选").selectOption({ index: 2 });
    await page.getByLabel("搜索留言").fill("周五寄样本");
    await page.getByRole("link", { name }).waitFor();
    await page.getByLabel("到哪天止").fill("2020-01-01");
    await page.getByText("没有符合条件的留言").waitFor();

    const client = editorClient(site);
    await expect
      .poll(() => client.getDocument(id), patience)
      .toMatchObject({
        status: "open",
        assignee: { name: expect.stringMatching(/./) },
        notes: [
          {
            text: "已回电，周五寄样本",
            name: expect.stringMatching(/./),
            at: expect.stringMatching(/^\d{4}-/),
          },
        ],
      });
  });

  test("leads to the page that the visitor wrote from", async ({ desk, page, write }) => {
    const name = someone();
    await write({ name, phone: number(), message: "请看这一页" });
    await openInbox(desk, name);
    await page.getByRole("link", { name }).click();
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: "/zh-Hans/contact" }).click(),
    ]);
    await opened.getByRole("heading", { level: 1, name: "联系我们" }).waitFor();
  });

  test("is opened by the link of a notice", async ({ desk, write }) => {
    const id = await write({ name: someone(), phone: number(), message: "从邮件里点开" });
    await desk.go(`/studio/intent/edit/id=${id};type=inquiry`);
    await desk.page.getByLabel("新的处理记录").waitFor();
  });

  test("is exported to a table that carries out no formula", async ({ desk, page, write }) => {
    const name = someone();
    const phone = number();
    await write({ name: `=${name}`, phone, message: '他说："好"，\n两点，再来。' });
    await write({ name, phone, message: "+第二条" });
    await openInbox(desk, name);
    await page.getByText("2 条 · 2 条未读").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "导出表格" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^留言-\d{4}-\d\d-\d\d\.csv$/);
    const bytes = await readFile(await download.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.subarray(-3).toString()).toBe('"\r\n');
    const [head, ...rows] = parse(bytes, { bom: true, recordDelimiter: "\r\n" });
    expect(head?.slice(1, 5)).toEqual(["称呼", "电话", "留言", "处理状态"]);
    expect(rows.map((row) => row.slice(1, 5)).toSorted()).toEqual(
      [
        [`'=${name}`, phone, '他说："好"，\n两点，再来。', "新留言"],
        [name, phone, "'+第二条", "新留言"],
      ].toSorted(),
    );
  });

  test("erases a person everywhere, history included, and says what it erased", async ({
    desk,
    page,
    site,
    write,
  }) => {
    const name = someone();
    const phone = number();
    const spaced = `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`;
    const ids = [
      await write({ name, phone, message: "第一条" }),
      await write({ name: "别人", phone: number(), message: `请打 ${spaced} 找${name}` }),
    ];
    const other = await write({ name, phone: number(), message: "同名的另一位" });
    const client = editorClient(site);
    await client
      .patch(ids[0] ?? "")
      .set({ status: "open" })
      .commit();

    await openInbox(desk, name);
    await page.getByText("3 条 · 3 条未读").waitFor();
    await page.getByRole("button", { name: "删除个人资料" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("电话或邮箱").fill("154");
    await dialog.getByText("请填写完整的电话号码").waitFor();
    await dialog.getByLabel("电话或邮箱").fill(`+86 ${phone}`);
    const erase = dialog.getByRole("button", { name: "永久删除 2 条" });
    await erase.waitFor();
    expect(await erase.isDisabled()).toBe(true);
    await dialog.getByText("我确认永久删除").click();
    await keepScreenshot(page, "studio-inbox-erase");
    await erase.click();
    await dialog.getByText("已删除的留言：2").waitFor();
    await dialog.getByText(/^已删除的历史记录：[3-9]$/).waitFor();
    for (const id of ids) await dialog.getByText(id).waitFor();
    await keepScreenshot(page, "studio-inbox-receipt");
    await dialog.getByRole("button", { name: "关闭" }).last().click();
    await page.getByText("1 条 · 1 条未读").waitFor();

    expect(await client.getDocuments([...ids, other])).toMatchObject([null, null, { _id: other }]);
    for (const id of ids) {
      const history = await client.request<unknown>({
        url: `/data/history/production/transactions/${id}?excludeContent=false`,
      });
      expect(JSON.stringify(history)).not.toContain(phone);
    }
  });

  test("erases from within a message, and the receipt outlives it", async ({
    desk,
    page,
    write,
  }) => {
    const name = someone();
    await write({ name, phone: number(), message: "请删除我的资料" });
    await openInbox(desk, name);
    await page.getByRole("link", { name }).click();
    await page.getByRole("button", { name: "删除此人的资料" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("我确认永久删除").click();
    await dialog.getByRole("button", { name: "永久删除 1 条" }).click();
    await dialog.getByText("已删除的留言：1").waitFor();
    await page.getByText("这条留言已经不在了").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "保存回执" }).click(),
    ]);
    expect(await readFile(await download.path(), "utf8")).toContain("已删除的留言：1");
    await dialog.getByRole("button", { name: "关闭" }).last().click();
    await dialog.waitFor({ state: "detached" });
  });

  test("says that a change was not kept, and keeps what was written for another attempt", async ({
    desk,
    page,
    write,
    expectedErrors,
  }) => {
    expectedErrors.push(/ERR_CONNECTION_FAILED/);
    const name = someone();
    await write({ name, phone: number(), message: "网络断了的时候" });
    await openInbox(desk, name);
    await page.getByRole("link", { name }).click();
    await page.getByRole("button", { name: "标为未读" }).waitFor();
    await page.route(/\/data\/mutate\//, (route) => route.abort("connectionfailed"));
    const note = page.getByLabel("新的处理记录");
    await note.fill("已回电，下周再谈");
    await page.getByRole("button", { name: "添加记录" }).click();
    const told = page.getByText("没有保存成功，请检查网络后再试一次");
    await told.waitFor();
    expect(await note.inputValue()).toBe("已回电，下周再谈");
    await keepScreenshot(page, "studio-inbox-not-saved");
    await page.getByLabel("处理状态").selectOption({ label: "已完成" });
    await told.waitFor();
    await page.unrouteAll();
    await page.getByRole("button", { name: "添加记录" }).click();
    await page.getByText(/ · \d{4}-\d\d-\d\d \d\d:\d\d$/).waitFor();
    await expect.poll(() => note.inputValue(), patience).toBe("");
  });

  test("speaks Traditional Chinese too", async ({ desk, page, write }) => {
    const name = someone();
    await write({ name, phone: number(), message: "請寄型錄", status: "open" });
    await desk.enter();
    await page.getByRole("button", { name: "繁體" }).click();
    await page.getByText("網站設定").first().waitFor();
    await page.locator("html[lang=zh-Hant]").waitFor({ state: "attached" });
    await page.getByText("留言", { exact: true }).first().click();
    await page.getByLabel("搜尋留言").fill(name);
    await page.getByRole("link", { name }).click();
    await page.getByLabel("處理狀態").waitFor();
    await page.getByText("1 條 · 0 條未讀").waitFor();
    await keepScreenshot(page, "studio-inbox-zh-Hant");
    await page.keyboard.press("Control+k");
    await page.keyboard.type(name, { delay: 40 });
    await page.getByText(/^處理中 · \d{4}-/).waitFor();
  });
});
