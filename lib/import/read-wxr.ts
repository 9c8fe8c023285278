import { JSDOM, VirtualConsole } from "jsdom";

import { readBody } from "../rich-text/read-body.ts";
import { readDate } from "./dates.ts";
import { type Draft, oldPathOf, type Outcome, unknownSite } from "./draft.ts";
import { countingKeys } from "./names.ts";
import { type Attached, expandShortcodes } from "./shortcodes.ts";
import { readWxrItems, type Wxr, type WxrItem } from "./wxr-items.ts";

/** What is no text of its own: menus, styles, templates, revisions. */
const texts = new Set(["post", "page"]);

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
      const about = {
        url,
        caption: fields["excerpt:encoded"]?.trim() ?? "",
        alt: meta["_wp_attachment_image_alt"] ?? "",
      };
      return url === "" ? [] : [[fields["wp:post_id"] ?? "", about] as const];
    }),
  );
  return wxr.items
    .filter(({ fields }) => texts.has(fields["wp:post_type"] ?? ""))
    .map((item) => readItem(item, { wxr, attachments, folder }));
}

type Around = { wxr: Wxr; attachments: ReadonlyMap<string, Attached>; folder: string };

function readItem(item: WxrItem, around: Around): Outcome {
  const title = fieldOf(item, "title");
  const source = `${fieldOf(item, "wp:post_type")} ${fieldOf(item, "wp:post_id")} “${title}”`;
  const status = fieldOf(item, "wp:status");
  if (status === "trash" || status === "auto-draft")
    return { is: "skipped", source, reason: `its status is ${status}` };
  if (title === "") return { is: "failed", source, reason: "it has no title" };
  const { html, unknown } = expandShortcodes(fieldOf(item, "content:encoded"), around.attachments);
  const { body } = new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document;
  const link = fieldOf(item, "link");
  const base = URL.canParse(link) ? link : around.wxr.site || unknownSite;
  const { members, lost } = readBody(body, { newKey: countingKeys(), base });
  if (members.length === 0) return { is: "failed", source, reason: "it has a title but no text" };
  const isPublic = status === "publish" && fieldOf(item, "wp:post_password") === "";
  const warnings = [
    ...lost.map((what) => `left out: ${what}`),
    ...unknown.map((name) => `left out: the code [${name}]`),
    ...(isPublic ? [] : [`not for everybody (${status}): comes as a draft`]),
  ];
  const draft = { ...factsOf(item, around), source, title, isPublic, members, base, warnings };
  return { is: "read", draft };
}

/** The text of an element, "" where there is none. */
const fieldOf = ({ fields }: WxrItem, name: string): string => fields[name]?.trim() ?? "";
const orNull = (text: string): string | null => (text === "" ? null : text);

type Facts = Omit<Draft, "source" | "title" | "isPublic" | "members" | "base" | "warnings">;

function factsOf(item: WxrItem, { wxr, attachments, folder }: Around): Facts {
  const { terms, meta, fields } = item;
  const kind = fieldOf(item, "wp:post_type") === "page" ? "page" : "article";
  const cover = attachments.get(meta["_thumbnail_id"] ?? "");
  const creator = fieldOf(item, "dc:creator");
  return {
    key: `${wxr.site} ${kind} ${fieldOf(item, "wp:post_id")}`,
    kind,
    publishedAt: dateOf(fields),
    updatedAt: null,
    category: terms.find(({ domain }) => domain === "category") ?? null,
    tags: terms.filter(({ domain }) => domain === "post_tag"),
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
