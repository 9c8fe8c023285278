import { words } from "../rich-text/tables.ts";
import { readDate, visibleDates } from "./dates.ts";
import { readJsonLd, type Told } from "./json-ld.ts";

/** What a page says about its article, outside the article itself. */
export type PageFacts = {
  title: string | null;
  /** The whole of the window's title. */
  windowTitle: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  category: string | null;
  author: string | null;
  origin: string | null;
  excerpt: string | null;
  cover: string | null;
  canonical: string | null;
};

/** Find the facts of a page: what it tells machines first, then what it shows. */
export function readFacts(document: Document): PageFacts {
  const told = readJsonLd(document);
  const text = document.body?.textContent ?? "";
  const headline = first(metaOf(document, ["og:title"]), told.headline);
  const title = titleOf(document, headline, metaOf(document, ["og:site_name"]));
  const section = first(metaOf(document, ["article:section"]), told.articleSection);
  const writer = first(told.author, metaOf(document, ["author", "article:author"]));
  return {
    title,
    windowTitle: words(document.querySelector("title")) || null,
    ...datesOf(document, { told, text }),
    category: section ?? breadcrumbOf(document, title),
    author: writer ?? labelled(text, "作者|撰稿|撰文"),
    origin: labelled(text, "来源|來源|稿源|出处|出處"),
    excerpt: first(metaOf(document, ["og:description", "description"]), told.description),
    cover: metaOf(document, ["og:image"]),
    canonical: canonicalOf(document, metaOf(document, ["og:url"])),
  };
}

const first = (...found: readonly (string | null | undefined)[]): string | null =>
  found.find((text) => text !== null && text !== undefined && text !== "") ?? null;

const publishedNames = [
  "article:published_time",
  "pubdate",
  "publishdate",
  "date",
  "dc.date",
  "weibo:article:create_at",
];

function datesOf(document: Document, { told, text }: { told: Told; text: string }) {
  const shown = visibleDates(text);
  const time = document.querySelector("time[datetime]")?.getAttribute("datetime");
  const published = firstDate([told.datePublished, metaOf(document, publishedNames), time]);
  const updated = firstDate([told.dateModified, metaOf(document, ["article:modified_time"])]);
  return {
    publishedAt: published ?? shown.publishedAt ?? dateNear(document),
    updatedAt: updated ?? shown.updatedAt,
  };
}

function metaOf(document: Document, names: readonly string[]): string | null {
  for (const meta of document.querySelectorAll("meta[content]")) {
    const name = meta.getAttribute("property") ?? meta.getAttribute("name") ?? "";
    const content = meta.getAttribute("content")?.trim() ?? "";
    if (content !== "" && names.includes(name.toLowerCase())) return content;
  }
  return null;
}

function titleOf(document: Document, told: string | null, site: string | null): string | null {
  const whole = words(document.querySelector("title"));
  const heads = [...document.querySelectorAll("h1")].map(words).filter((text) => text !== "");
  // A logo is often the page's first h1; the article's stands in the window's title as well.
  const head = heads.find((text) => whole.includes(text)) ?? (heads.length === 1 ? heads[0] : "");
  const best = [head, told, whole].find((text) => (text ?? "") !== "") ?? null;
  if (best === null || best === head) return best;
  return withoutSite(best, site);
}

/** `标题 - 栏目 - 公司` → `标题`; a title that has such a stroke in itself keeps it when the site's name is known. */
function withoutSite(title: string, site: string | null): string {
  const parts = title.split(/\s*[_|｜–—]\s*|\s+-+\s+/).filter((part) => part !== "");
  const [start = title] = parts;
  if (parts.length < 2) return title;
  if (site !== null && !parts.includes(site)) return title;
  return start;
}

function firstDate(texts: readonly (string | null | undefined)[]): string | null {
  for (const text of texts) {
    const date = text ? readDate(text) : null;
    if (date !== null) return date;
  }
  return null;
}

function dateNear(document: Document): string | null {
  const places = document.querySelectorAll(
    "time, .date, .time, .pubdate, .post-date, .info, #date",
  );
  return firstDate([...places].map((place) => place.textContent));
}

/** What follows a label, to the next blank; this site itself is no source, and its keeper no author. */
function labelled(text: string, labels: string): string | null {
  const pattern = new RegExp(`(?:${labels})\\s*[:：]\\s*([^\\s\\u3000|｜:：]{1,30})`);
  const found = pattern.exec(text)?.[1] ?? null;
  return found === null || /^(?:本站|原创|原創|admin|管理员|管理員|未知|佚名)/i.test(found)
    ? null
    : found;
}

const trails =
  '[aria-label*="breadcrumb" i], [class*="breadcrumb" i], [class*="crumb" i], .position, #position, .location, .weizhi, .dqwz, .path, .bread';
const home = /^(?:首页|首頁|主页|主頁|网站首页|網站首頁|home)$/i;
const here = /^(?:正文|详情|詳情|内容|內容|文章详情)$/;

/** The last place of the trail that is neither the start nor the page itself. */
function breadcrumbOf(document: Document, title: string | null): string | null {
  const trail = document.querySelector(trails);
  if (trail === null) return null;
  const links = [...trail.querySelectorAll("a")].map(words);
  const steps = links.filter(
    (step) => step !== "" && step !== title && !home.test(step) && !here.test(step),
  );
  const last = steps.at(-1) ?? null;
  return last !== null && last.length <= 20 ? last : null;
}

function canonicalOf(document: Document, told: string | null): string | null {
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? told;
  return link !== null && URL.canParse(link) && /^https?:/i.test(link) ? link : null;
}
