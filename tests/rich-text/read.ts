import { readFileSync } from "node:fs";
import { join } from "node:path";

import { JSDOM } from "jsdom";

import type { Block, Member } from "../../lib/rich-text/members.ts";
import { textOf } from "../../lib/rich-text/members.ts";
import { readBody } from "../../lib/rich-text/read-body.ts";

const fixtures = join(import.meta.dirname, "../fixtures/import/paste");

export const fixture = (name: string): string => readFileSync(join(fixtures, name), "utf8");

/** Read HTML as the importer does; keys are numbers, so that answers can be compared. */
export function read(html: string, base: string | null = null) {
  let number = 0;
  const { body } = new JSDOM(html).window.document;
  return readBody(body, { newKey: () => `k${(number += 1)}`, base });
}

/** A member as one line: how it is set, and its words with their marks. */
export function outline(member: Member): string {
  if (member._type === "picture") return `picture ${member.picture.alt}|${member.picture.caption}`;
  if (member._type === "pictures") return `pictures ${member.pictures.length}`;
  if (member._type === "divider") return "divider";
  if (member._type === "table")
    return `table ${member.caption ?? ""}|${member.headerRow}|${member.rows.map(({ cells }) => cells.join(",")).join(";")}`;
  const place = member.listItem === undefined ? "" : ` ${member.listItem}${member.level}`;
  return `${member.style}${place} ${marked(member)}`;
}

function marked({ children, markDefs }: Block): string {
  const shown = (mark: string) => markDefs.find(({ _key }) => _key === mark)?.href ?? mark;
  return children
    .map(({ text, marks }) =>
      marks.length === 0 ? text : `[${text}](${marks.map(shown).join(" ")})`,
    )
    .join("");
}

export const outlines = (html: string, base: string | null = null): string[] =>
  read(html, base).members.map(outline);

export const texts = (members: readonly Member[]): string[] =>
  members.flatMap((member) => (member._type === "block" ? [textOf(member)] : []));
