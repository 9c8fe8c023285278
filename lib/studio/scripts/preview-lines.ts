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

const documentSchema = z.looseObject({ title: text, excerpt: text, body: list });
const memberSchema = z.record(z.string(), z.unknown());

const blockSchema = z.looseObject({
  _type: z.literal("block"),
  _key: text,
  style: z.enum(["h2", "h3", "h4", "blockquote"]).or(z.literal("normal")).catch("normal"),
  listItem: z.string().optional(),
  children: z.array(z.looseObject({ text, marks: z.array(text).catch([]) })).catch([]),
  markDefs: list,
});

const footnoteSchema = z.object({ _type: z.literal("footnote"), _key: text, text });

const rowSchema = z.object({ cells: z.array(text).catch([]) });

const pictureSchema = z.object({ alt: text, caption: text, credit: text });

const partSchema = z.looseObject({
  _key: text,
  title: text,
  text,
  attribution: text,
  transcript: text,
  ...pictureSchema.shape,
  rows: z.array(rowSchema).catch([]),
  images: z.array(pictureSchema).catch([]),
  poster: pictureSchema.optional().catch(undefined),
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

/** What no version has of its own: its words are always converted. */
const accompanying = ["cover", "video"] as const;

/**
 * The lines a reader of another script reads: each part as it was written for that script, else the original's, and
 * at the end the words of the cover and the video.
 */
export function shownLines(document: unknown, version: WrittenParts | undefined): Line[] {
  const original = documentSchema.parse(document ?? {});
  const written = parts.flatMap((part) => {
    const own = previewLines({ [part]: version?.[part] });
    return own.length > 0
      ? own.map((line) => Object.assign(line, { isWritten: true }))
      : previewLines({ [part]: original[part] });
  });
  const members = accompanying.flatMap((name) => {
    const member = memberSchema.safeParse(original[name]);
    return member.success ? [{ ...member.data, _key: name }] : [];
  });
  return [...written, ...previewLines({ body: members })];
}

function bodyLines(member: unknown): Line[] {
  const block = blockSchema.safeParse(member);
  if (block.success) {
    const { _key: key, style, listItem, children } = block.data;
    const said = children.map((child) => child.text).join("");
    const kind = listItem === undefined ? style : "item";
    return [{ key, kind, text: said, block: member }, ...footnotesOf(block.data)];
  }
  const part = partSchema.safeParse(member);
  return part.success ? partLines(part.data) : [];
}

/** The footnotes of a block, in the order in which a reader comes upon them. */
function footnotesOf({ _key, children, markDefs }: z.infer<typeof blockSchema>): Line[] {
  const notes = markDefs.flatMap((mark) => footnoteSchema.safeParse(mark).data ?? []);
  const marks = new Set(children.flatMap((child) => child.marks));
  return [...marks].flatMap((mark) =>
    notes
      .filter((note) => note._key === mark)
      .map((note) => ({ key: `${_key}-${mark}`, kind: "part" as const, text: note.text })),
  );
}

function partLines({ _key: key, rows, images, poster, ...said }: z.infer<typeof partSchema>) {
  const texts = [
    said.title,
    said.text,
    said.attribution,
    ...wordsOf(said),
    ...rows.flatMap((row) => row.cells),
    ...images.flatMap(wordsOf),
    ...(poster === undefined ? [] : wordsOf(poster)),
    said.transcript,
  ];
  return texts.map((value, at): Line => ({ key: `${key}-${at}`, kind: "part", text: value }));
}

const wordsOf = ({ alt, caption, credit }: z.infer<typeof pictureSchema>) => [alt, caption, credit];
