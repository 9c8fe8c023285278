import { describe, expect, test } from "./browser.ts";
import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";
import { StudioDesk } from "./studio-desk.ts";

/** Sanity's presence says goodbye on a socket that the browser has closed with the page. */
const goodbye = /WebSocket is already in CLOSING or CLOSED state/;

const patience = { timeout: 20_000 };

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
