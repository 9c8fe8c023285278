import type { Draft, Outcome } from "../../lib/import/draft.ts";
import type { Member } from "../../lib/rich-text/members.ts";

export const paragraph = (text: string, href?: string): Member => ({
  _type: "block",
  _key: `k-${text}`,
  style: "normal",
  children: [{ _type: "span", _key: "s", text, marks: href === undefined ? [] : ["l"] }],
  markDefs: href === undefined ? [] : [{ _type: "link", _key: "l", href }],
});

/** An article of an old site, as far as nothing else is said of it. */
export function draft(known: Partial<Draft> & { title: string }): Draft {
  return {
    source: known.title,
    key: known.title,
    kind: "article",
    isPublic: true,
    windowTitle: known.title,
    isPinned: false,
    publishedAt: "2018-04-12T01:30:00.000Z",
    updatedAt: null,
    category: null,
    tags: [],
    author: null,
    origin: null,
    excerpt: null,
    cover: null,
    members: [paragraph("厂区今年扩建了两条生产线。")],
    base: `https://old.example/${encodeURIComponent(known.title)}`,
    aliases: [],
    oldPath: null,
    slug: null,
    folder: "/old",
    root: "/old",
    warnings: [],
    ...known,
  };
}

export const read = (one: Draft): Outcome => ({ is: "read", draft: one });
