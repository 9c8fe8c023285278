import { Readability } from "@mozilla/readability";

import { words } from "../rich-text/tables.ts";
import { isListOfLinks } from "./link-list.ts";

/** Where the editors of the systems that are common in China put an article's text. */
const places = [
  "#js_content",
  '[itemprop="articleBody"]',
  ".entry-content",
  ".post-content",
  ".article-content",
  ".article-body",
  ".news-content",
  ".news_content",
  ".content-text",
  ".TRS_Editor",
  "#vsb_content",
  ".v_news_content",
  "#zoom",
  "#article-content",
  "article",
  "main article",
];

const around =
  "nav, aside, footer, form, script, style, noscript, .share, .bdsharebuttonbox, .prenext, .prev-next, .pre-next, .related, .breadcrumb, .comments, #comments, .copyright, .tags";

/**
 * The element that holds the article's text, in a copy that has nothing else: by the names that are
 * common, else by the density of its text.
 *
 * `null` for a page of links, which is a list and no article.
 */
export function articleRoot(document: Document, title: string): Element | null {
  const known = places
    .flatMap((place) => Array.from(document.querySelectorAll(place)))
    .find((element) => words(element).length > 20);
  const root = known?.cloneNode(true) ?? densest(document);
  if (!isElement(root)) return null;
  for (const element of root.querySelectorAll(around)) element.remove();
  for (const element of root.querySelectorAll("h1, h2, .title"))
    if (words(element) === title) element.remove();
  return isListOfLinks(root) ? null : root;
}

function densest(document: Document): Element | null {
  const copy = document.cloneNode(true);
  if (!isDocument(copy)) return null;
  const found = new Readability(copy, { charThreshold: 40, keepClasses: true }).parse();
  if (!found?.content) return null;
  const holder = document.createElement("div");
  holder.innerHTML = found.content;
  return holder;
}

const isDocument = (node: Node): node is Document => node.nodeType === 9;
const isElement = (node: Node | null): node is Element => node?.nodeType === 1;
