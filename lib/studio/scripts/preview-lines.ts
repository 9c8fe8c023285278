import { z } from "zod";

/** One line of an article as the preview shows it: what it is and what it says. */
export type Line = {
  key: string;
  kind: "title" | "excerpt" | "h2" | "h3" | "h4" | "normal" | "blockquote" | "item" | "part";
  text: string;
  /** The Portable Text block the text came from: it may hold words that are not converted. */
  block?: unknown;
  /** Written by hand in the script that is shown: it is not converted. */
  isWritten?: boolean;
};

/** The parts of a version that somebody wrote; what is missing or empty is converted. */
type WrittenParts = {
  title?: string | undefined;
  excerpt?: string | undefined;
  body?: readonly unknown[] | undefined;
};

const text = z.string().catch("");
const list = z.array(z.unknown()).catch([]);

const documentSchema = z.object({ title: text, excerpt: text, body: list });

const blockSchema = z.looseObject({
  _type: z.literal("block"),
  _key: text,
  style: z.enum(["h2", "h3", "h4", "blockquote"]).or(z.literal("normal")).catch("normal"),
  listItem: z.string().optional(),
  children: z.array(z.looseObject({ text })).catch([]),
});

const rowSchema = z.object({ cells: z.array(text).catch([]) });

const partSchema = z.looseObject({
  _key: text,
  title: text,
  text,
  attribution: text,
  caption: text,
  alt: text,
  rows: z.array(rowSchema).catch([]),
  images: z.array(z.object({ alt: text, caption: text })).catch([]),
});

/** Take an article apart into the lines a reader would read, in order. Never fails on a half-written one. */
export function previewLines(document: unknown): Line[] {
  const { title, excerpt, body } = documentSchema.parse(document ?? {});
  const head: Line[] = [
    { key: "title", kind: "title", text: title },
    { key: "excerpt", kind: "excerpt", text: excerpt },
  ];
  return [...head, ...body.flatMap(bodyLines)].filter((line) => line.text.trim() !== "");
}

const parts = ["title", "excerpt", "body"] as const;

/** The lines a reader of another script reads: each part as it was written for that script, else the original's. */
export function shownLines(document: unknown, version: WrittenParts | undefined): Line[] {
  const original = documentSchema.parse(document ?? {});
  return parts.flatMap((part) => {
    const own = previewLines({ [part]: version?.[part] });
    return own.length > 0
      ? own.map((line) => Object.assign(line, { isWritten: true }))
      : previewLines({ [part]: original[part] });
  });
}

function bodyLines(member: unknown): Line[] {
  const block = blockSchema.safeParse(member);
  if (block.success) {
    const { _key: key, style, listItem, children } = block.data;
    const said = children.map((child) => child.text).join("");
    return [{ key, kind: listItem === undefined ? style : "item", text: said, block: member }];
  }
  const part = partSchema.safeParse(member);
  if (!part.success) return [];
  const { _key: key, rows, images, ...said } = part.data;
  const texts = [
    said.title,
    said.text,
    said.attribution,
    said.alt,
    said.caption,
    ...rows.flatMap((row) => row.cells),
    ...images.flatMap((image) => [image.alt, image.caption]),
  ];
  return texts.map((value, at) => ({ key: `${key}-${at}`, kind: "part", text: value }));
}
