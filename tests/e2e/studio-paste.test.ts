import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { editorClient, newArticle } from "./content-editor.ts";
import { describe, expect, keepScreenshot, test } from "./studio-test.ts";

const patience = { timeout: 60_000 };

const fixture = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, "../fixtures/import/paste", name), "utf8");

type Member = {
  _type: string;
  style?: string;
  listItem?: string;
  level?: number;
  alt?: string;
  caption?: string;
  asset?: { _ref: string };
  rows?: { cells: string[] }[];
  markDefs?: { _key: string; href?: string }[];
  children?: { text: string; marks?: string[] }[];
};

function outline(member: Member): string {
  const { _type, style, listItem, level, children = [], rows, alt = "", caption = "" } = member;
  if (_type === "image")
    return `image ${member.asset?._ref.slice(0, 6) ?? "none"} ${alt}|${caption}`;
  if (_type === "table")
    return `table ${(rows ?? []).map(({ cells }) => cells.join(",")).join(";")}`;
  const words = children.map(({ text, marks = [] }) => {
    const link = member.markDefs?.find(({ _key }) => marks.includes(_key));
    return link ? `[${text}](${link.href})` : marks.length > 0 ? `[${text}](${marks})` : text;
  });
  return `${style}${listItem ? ` ${listItem}${level}` : ""} ${words.join("")}`;
}

describe("what is pasted into the body", () => {
  test("comes out clean, with its tables and pictures, from Word and from WeChat", async ({
    desk,
    page,
    site,
    expectedErrors,
  }) => {
    expectedErrors.push(/422/);
    const client = editorClient(site);
    const { _id: id } = await client.create({ ...newArticle({ title: "从别处粘贴" }), body: [] });
    await desk.open(id);
    await desk.enterBody();
    const body = desk.field("body").locator("[contenteditable=true]").first();
    const paste = (data: Record<string, string>) =>
      body.evaluate((element, given) => {
        const clipboardData = new DataTransfer();
        for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
        const event = { clipboardData, bubbles: true, cancelable: true };
        element.dispatchEvent(new ClipboardEvent("paste", event));
      }, data);
    const read = async () => {
      const draft = await client.getDocument<{ body?: Member[] }>(`drafts.${id}`);
      return (draft?.body ?? []).map(outline);
    };
    await paste({
      "text/html": fixture("word.html"),
      "text/rtf": fixture("word.rtf"),
      "text/plain": "磁力泵维护须知",
    });
    const word = [
      "h2 磁力泵维护须知",
      "normal 本须知由后帆编写，[请先停机](strong)再动手。发现\u00a0[异响](underline)，见[说明](https://houfan.example/help)。",
      "h2 步骤",
      "normal number1 关阀",
      "normal bullet2 先进口，后出口",
      "normal number1 排液",
      "table 螺栓,力矩;M8,18 N·m",
      "image image- 泵头剖面|",
      "normal 装回去之前，先看密封圈。",
    ];
    await expect.poll(read, patience).toEqual(word);
    await keepScreenshot(page, "studio-paste-word");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    // Nobody is asked for a picture here: an address of this machine is refused.
    const wechat = fixture("wechat.html").replaceAll("mmbiz.qpic.cn", "127.0.0.1");
    await paste({ "text/html": wechat, "text/plain": "一、为什么泵会干转" });
    await page.getByText("有些内容没有一起带过来，请另外补上").waitFor();
    await page.getByText("图片 ×1、视频或音频 ×1").waitFor();
    await expect
      .poll(read, patience)
      .toEqual([
        ...word,
        "h2 一、为什么泵会干转",
        "normal 海边的风大，[后帆](strong)的师傅说，头发都吹乱了。",
        "normal bullet1 先灌泵",
        "normal bullet1 再开阀",
        "h2 二、怎么处理",
        "normal 参见[上一期](https://mp.weixin.qq.com/s/houfan)，别点这个。",
        "image image- 干转示意|",
      ]);
    await keepScreenshot(page, "studio-paste-wechat");
  });
});
