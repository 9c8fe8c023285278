import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";
import { describe, expect, test } from "./studio-test.ts";

const patience = { timeout: 60_000 };

describe("a word of the other script", () => {
  test("is written another way on the whole site", async ({ desk, page, site }) => {
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
