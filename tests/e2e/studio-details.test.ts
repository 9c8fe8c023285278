import { z } from "zod";

import { describe, expect, keepScreenshot, test } from "./browser.ts";
import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";
import { StudioDesk } from "./studio-desk.ts";

/** Sanity's presence says goodbye on a socket that the browser has closed with the page. */
const goodbye = /WebSocket is already in CLOSING or CLOSED state/;

const patience = { timeout: 20_000 };

const coverSchema = z.object({
  cover: z.object({
    asset: z.object({ _ref: z.string() }),
    hotspot: z.object({ x: z.number(), y: z.number() }).optional(),
  }),
});

describe("a picture in the Studio", () => {
  test("has its middle dragged, and is exchanged for one that is there already", async ({
    page,
    site,
    expectedErrors,
  }) => {
    expectedErrors.push(goodbye);
    const { _id: id } = await editorClient(site).create(newArticle({ title: "换一张封面" }));
    const cover = async () => {
      const draft = await editorClient(site).getDocument(`drafts.${id}`);
      return coverSchema.safeParse(draft).data?.cover;
    };
    const desk = new StudioDesk(page);
    await desk.logIn(site);
    await desk.open(id);
    await desk.uploadCover("clock.webp");
    await page.getByRole("button", { name: "打开图片编辑对话框" }).first().click();
    const middle = page.locator("[data-handle=hotspot]");
    await middle.waitFor();
    await drag(page, await middle.boundingBox(), -60);
    await expect.poll(async () => (await cover())?.hotspot?.x ?? 1, patience).toBeLessThan(0.45);
    await keepScreenshot(page, "studio-hotspot");
    await page.keyboard.press("Escape");
    const before = (await cover())?.asset._ref;
    await page.getByRole("button", { name: "打开图片选项菜单" }).first().click();
    await page.locator("[data-testid$=browse-button]").last().click();
    const pictures = page.getByRole("dialog").locator("img[alt]:not([alt*=clock])");
    await pictures.first().waitFor();
    await keepScreenshot(page, "studio-pick-picture");
    await pictures.first().click();
    await expect.poll(async () => (await cover())?.asset._ref, patience).not.toBe(before);
    expect(await cover()).toBeDefined();
  });
});

describe("a word of the other script", () => {
  test("is written another way on the whole site", async ({ page, site, expectedErrors }) => {
    expectedErrors.push(goodbye);
    const client = editorClient(site);
    const [article, other] = await Promise.all(
      ["鲲鹏号下水", "又见鲲鹏号"].map((title) => client.create(newArticle({ title }))),
    );
    if (article === undefined || other === undefined) throw new Error("Two articles are needed");
    const url = `${site.url}/zh-Hant/news/${other.slug.current}`;
    await waitUntil(
      () => lookAt(url),
      ({ text }) => text.includes("又見鯤鵬號"),
    );
    const desk = new StudioDesk(page);
    await desk.logIn(site);
    await desk.open(article._id);
    await page.getByRole("button", { name: "简繁对照" }).first().click();
    const title = page.locator("[data-line=title]");
    const word = title.getByRole("button").first();
    const source = [...((await word.textContent()) ?? "")].length;
    await word.click();
    await page.getByLabel("写成").fill("崑鵬".slice(0, source));
    await page.getByRole("button", { name: "全站采用" }).click();
    await expect.poll(() => title.innerText(), patience).toContain("崑");
    const look = await waitUntil(
      () => lookAt(url),
      ({ text }) => text.includes("又見崑"),
    );
    expect(look.text).toContain("又見崑");
    await client.delete({
      query: `*[_type == "glossaryTerm" && count(forms[string::startsWith(text, "崑")]) > 0]`,
    });
  });
});

type Box = { x: number; y: number; width: number; height: number };

async function drag(page: StudioDesk["page"], box: Box | null, distance: number): Promise<void> {
  if (box === null) throw new Error("There is nothing to drag");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step += 1) await page.mouse.move(x + (distance * step) / 6, y);
  await page.mouse.up();
}
