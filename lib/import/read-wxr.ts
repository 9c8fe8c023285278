import { JSDOM, VirtualConsole } from "jsdom";

import { linesOf } from "../rich-text/members.ts";
import { readBody } from "../rich-text/read-body.ts";
import { readDate } from "./dates.ts";
import { type Draft, oldPathOf, type Outcome, unknownSite } from "./draft.ts";
import { countingKeys } from "./names.ts";
import { type Attached, expandShortcodes } from "./shortcodes.ts";
import { readWxrItems, type Wxr, type WxrItem } from "./wxr-items.ts";

const texts = new Set(["post", "page"]);

/** What is no text of its own: pictures, menus, styles, templates, revisions. */
const machinery =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_(?!block$).*|)$/;

const isUnwanted = (status: string): boolean => status === "trash" || status === "auto-draft";

/**
 * Read a WordPress export: its posts and pages, in its own order.
 *
 * A post that is not out, or only with a password, comes as a draft.
 *
 * @throws {SourceError} when it is no such export.
 */
export function readWxr(text: string, folder: string): Outcome[] {
  const wxr = readWxrItems(text);
  const attachments = new Map(
    wxr.items.flatMap(({ fields, meta }) => {
      const url = fields["wp:attachment_url"]?.trim() ?? "";
      const id = fields["wp:post_id"]?.trim() ?? "";
      const about = {
        id,
        url,
        parent: fields["wp:post_parent"]?.trim() ?? "",
        order: Number(fields["wp:menu_order"]) || 0,
        caption: fields["excerpt:encoded"]?.trim() ?? "",
        alt: meta["_wp_attachment_image_alt"] ?? "",
      };
      return url === "" ? [] : [[id, about] as const];
    }),
  );
  const read = wxr.items
    .filter((item) => texts.has(typeOf(item)))
    .map((item) => readItem(item, { wxr, attachments, folder }));
  return [...read, ...otherTypes(wxr.items)];
}

/** A line for each type that a plugin added: products, jobs, cases. */
function otherTypes(items: readonly WxrItem[]): Outcome[] {
  const others = items.filter((item) => {
    const type = typeOf(item);
    return !texts.has(type) && !machinery.test(type) && !isUnwanted(fieldOf(item, "wp:status"));
  });
  return [...Map.groupBy(others, typeOf)].map(([type, [first, ...more]]) => ({
    is: "skipped",
    source: `${more.length + 1} of type ${type}`,
    reason: `only posts and pages are brought in (the first is “${first ? fieldOf(first, "title") : ""}”)`,
  }));
}

type Around = { wxr: Wxr; attachments: ReadonlyMap<string, Attached>; folder: string };

function readItem(item: WxrItem, around: Around): Outcome {
  const postId = fieldOf(item, "wp:post_id");
  const named = fieldOf(item, "title");
  const source = `${typeOf(item)} ${postId} “${named}”`;
  const status = fieldOf(item, "wp:status");
  if (isUnwanted(status)) return { is: "skipped", source, reason: `its status is ${status}` };
  const { attachments } = around;
  const plain = expandShortcodes(fieldOf(item, "content:encoded"), { attachments, postId });
  const { body } = new JSDOM(plain.html, { virtualConsole: new VirtualConsole() }).window.document;
  const link = fieldOf(item, "link");
  const base = URL.canParse(link) ? link : around.wxr.site || unknownSite;
  const { members, lost } = readBody(body, { newKey: countingKeys(), base });
  if (members.length === 0) return { is: "failed", source, reason: "it has no text" };
  const title = named || firstWords(linesOf(members));
  if (title === "") return { is: "failed", source, reason: "it has neither a title nor words" };
  const isPublic = status === "publish" && fieldOf(item, "wp:post_password") === "";
  const warnings = [
    ...(named === "" ? [`no title: its first words stand in, “${title}”`] : []),
    ...[...lost, ...plain.lost].map((what) => `left out: ${what}`),
    ...furtherNote(item),
    ...(isPublic ? [] : [`not for everybody (${status}): comes as a draft`]),
  ];
  const draft = { ...factsOf(item, around), source, title, isPublic, members, base, warnings };
  return { is: "read", draft };
}

/** The text of an element, "" where there is none. */
const fieldOf = ({ fields }: WxrItem, name: string): string => fields[name]?.trim() ?? "";
const typeOf = (item: WxrItem): string => fieldOf(item, "wp:post_type");
const orNull = (text: string): string | null => (text === "" ? null : text);

/** The first sentence, or as much of it as a title holds. */
function firstWords(lines: readonly string[]): string {
  const line = lines.map((text) => text.trim()).find((text) => text !== "") ?? "";
  const [sentence = ""] = line.split(/[。！？!?；;\n]/u);
  const letters = [...sentence.trim()];
  return letters.length <= 30 ? letters.join("") : `${letters.slice(0, 29).join("")}…`;
}

/** An article has one category here; the first that says something, and what else it was filed under. */
function filingOf({ terms }: WxrItem) {
  const categories = terms.filter(({ domain }) => domain === "category");
  const telling = categories.filter(({ slug }) => slug !== "uncategorized");
  const [category = categories[0] ?? null, ...further] = telling;
  return { category, further };
}

function furtherNote(item: WxrItem): string[] {
  const names = filingOf(item).further.map(({ title }) => title);
  return names.length === 0 ? [] : [`further categories become tags: ${names.join(", ")}`];
}

/** WordPress finds a text by its number as well, whatever the form of its addresses. */
function aliasesOf(item: WxrItem, site: string): string[] {
  const id = fieldOf(item, "wp:post_id");
  const start = `${(URL.canParse(site) ? site : unknownSite).replace(/\/+$/, "")}/`;
  const guid = fieldOf(item, "guid");
  const numbered = ["p", "page_id"].map((name) => `${start}?${name}=${id}`);
  return URL.canParse(guid) ? [...numbered, guid] : numbered;
}

type Facts = Omit<Draft, "source" | "title" | "isPublic" | "members" | "base" | "warnings">;

function factsOf(item: WxrItem, { wxr, attachments, folder }: Around): Facts {
  const { terms, meta, fields } = item;
  const kind = typeOf(item) === "page" ? "page" : "article";
  const { category, further } = filingOf(item);
  const cover = attachments.get(meta["_thumbnail_id"] ?? "");
  const creator = fieldOf(item, "dc:creator");
  return {
    key: `${wxr.site} ${kind} ${fieldOf(item, "wp:post_id")}`,
    kind,
    publishedAt: dateOf(fields),
    updatedAt: null,
    windowTitle: null,
    isPinned: fieldOf(item, "wp:is_sticky") === "1",
    aliases: aliasesOf(item, wxr.site),
    category,
    tags: [...terms.filter(({ domain }) => domain === "post_tag"), ...further],
    author: orNull(wxr.authors.get(creator) ?? creator),
    origin: null,
    excerpt: orNull(fieldOf(item, "excerpt:encoded").replace(/<[^>]*>/g, "")),
    cover: cover ? { src: cover.url, alt: cover.alt, caption: "" } : null,
    oldPath: oldPathOf(fieldOf(item, "link")),
    slug: orNull(fieldOf(item, "wp:post_name")),
    folder,
    root: folder,
  };
}

/** The time in UTC where it is told: a draft has zeros there, and a site its own zone. */
function dateOf(fields: WxrItem["fields"]): string | null {
  const utc = fields["wp:post_date_gmt"] ?? "";
  const told = utc === "" || utc.startsWith("0000") ? null : readDate(`${utc.trim()}Z`);
  return told ?? readDate(fields["wp:post_date"] ?? "") ?? readDate(fields["pubDate"] ?? "");
}
