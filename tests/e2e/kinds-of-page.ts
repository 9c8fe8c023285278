import type { Page } from "playwright-core";

import { editorClient } from "./content-editor.ts";
import type { RunningSite } from "./site-process.ts";

type Shown = { slug: string; title: string };

/** One address of every kind of page, and the articles that have a table, a film or a footnote. */
export async function pagesOf(site: Pick<RunningSite, "lakeUrl" | "token">): Promise<string[]> {
  const query = `{
    "film": *[_type == "article" && _id in path("*") && defined(video)][0]{"slug": slug.current, title},
    "table": *[_type == "article" && _id in path("*") && "table" in body[]._type][0]{"slug": slug.current, title},
    "note": *[_type == "article" && _id in path("*") && "footnote" in body[].markDefs[]._type][0]{"slug": slug.current, title},
    "page": *[_type == "page" && _id in path("*")][0]{"slug": slug.current, title},
    "tag": *[_type == "tag" && count(*[_type == "article" && references(^._id)]) > 0][0]{"slug": slug.current, title}
  }`;
  const { film, table, note, page, tag } =
    await editorClient(site).fetch<Record<string, Shown | null>>(query);
  const articles = [film, table, note].flatMap((found) => (found ? [`/news/${found.slug}`] : []));
  return [
    "",
    "/news",
    "/news/page/2",
    "/news/category/company",
    `/news/tag/${tag?.slug}`,
    "/news/archive/2026",
    "/contact",
    "/contact/message",
    "/contact/thanks",
    "/saved",
    `/search?q=${encodeURIComponent("的")}`,
    "/search?q=none-such",
    "/errors/404",
    "/errors/500",
    ...articles,
    ...(page ? [`/${page.slug}`] : []),
  ];
}

/** What a page may turn into under a reader's hands. */
export const states: Record<string, (page: Page) => Promise<void>> = {
  async "a form with faults"(page) {
    await page.goto("/zh-Hant/contact/message");
    await page.locator('main form button[type="submit"]').click();
    await page.getByRole("alert").waitFor();
  },
  async "a list of saved articles"(page) {
    await page.goto("/zh-Hant/news");
    await page.getByRole("article").first().getByRole("heading").getByRole("link").click();
    await page.getByRole("button", { name: "加入收藏" }).click();
    await page.goto("/zh-Hant/saved");
    await page.getByRole("main").getByRole("listitem").first().waitFor();
  },
};
