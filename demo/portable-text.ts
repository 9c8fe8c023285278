type VariantForms = Partial<Record<"zh-Hans" | "zh-Hant" | "zh-Hant-TW" | "zh-Hant-HK", string>>;

type Decorator = "strong" | "em" | "underline" | "strike-through" | "code" | "sup" | "sub";

type Annotation =
  | { _type: "link"; href: string }
  | { _type: "internalLink"; reference: Reference }
  | { _type: "noConvert" }
  | { _type: "variant"; forms: { locale: string; text: string }[] }
  | { _type: "footnote"; text: string };

type Run = { text: string; decorators: Decorator[]; annotation?: Annotation };

type Inline = string | Run;

export type Reference = { _type: "reference"; _ref: string };

export type Image = {
  _type: "image";
  _sanityAsset: string;
  alt: string;
  credit: string;
  caption?: string;
  hotspot?: { _type: "sanity.imageHotspot"; x: number; y: number; width: number; height: number };
};

export type Member = { _type: string; [field: string]: unknown };

export function reference(id: string): Reference {
  return { _type: "reference", _ref: id };
}

/** Name a picture of demo/assets, in the shape that @sanity/import uploads. */
export function image(name: string, alt: string, caption?: string): Image {
  return {
    _type: "image",
    _sanityAsset: `image@file://./assets/${name}`,
    alt,
    credit: "后帆品牌部",
    ...(caption === undefined ? {} : { caption }),
  };
}

/** Name any other file of demo/assets. */
export function file(name: string): Member {
  return { _type: "file", _sanityAsset: `file@file://./assets/${name}` };
}

const decorated =
  (decorator: Decorator) =>
  (text: string): Run => ({ text, decorators: [decorator] });

export const strong = decorated("strong");
export const em = decorated("em");
export const code = decorated("code");
export const sup = decorated("sup");
export const sub = decorated("sub");
export const strike = decorated("strike-through");

const annotated = (text: string, annotation: Annotation): Run => ({
  text,
  decorators: [],
  annotation,
});

export const link = (text: string, href: string) => annotated(text, { _type: "link", href });

export const internalLink = (text: string, id: string) =>
  annotated(text, { _type: "internalLink", reference: reference(id) });

export const noConvert = (text: string) => annotated(text, { _type: "noConvert" });

export const footnote = (text: string, note: string) =>
  annotated(text, { _type: "footnote", text: note });

/** Give a word its own form in some locales; the locales left out are converted as usual. */
export function variant(text: string, forms: VariantForms): Run {
  return annotated(text, {
    _type: "variant",
    forms: Object.entries(forms).map(([locale, form]) => ({ locale, text: form })),
  });
}

function block(
  style: string,
  content: readonly Inline[],
  list?: "bullet" | "number",
  level = 1,
): Member {
  const runs = content.map((part) =>
    typeof part === "string" ? { text: part, decorators: [], annotation: undefined } : part,
  );
  return {
    _type: "block",
    style,
    ...(list === undefined ? {} : { listItem: list, level }),
    markDefs: runs.flatMap(({ annotation }, index) =>
      annotation === undefined ? [] : [{ _key: `m${index}`, ...annotation }],
    ),
    children: runs.map(({ text, decorators, annotation }, index) => ({
      _type: "span",
      text,
      marks: annotation === undefined ? decorators : [...decorators, `m${index}`],
    })),
  };
}

export const p = (...content: Inline[]) => block("normal", content);
export const h2 = (...content: Inline[]) => block("h2", content);
export const h3 = (...content: Inline[]) => block("h3", content);
export const h4 = (...content: Inline[]) => block("h4", content);
export const quote = (...content: Inline[]) => block("blockquote", content);

/** One bulleted item; items that follow one another make a list. */
export const li = (...content: Inline[]) => block("normal", content, "bullet");

/** One bulleted item a step further in. */
export const subLi = (...content: Inline[]) => block("normal", content, "bullet", 2);

/** One numbered item. */
export const step = (...content: Inline[]) => block("normal", content, "number");

export const pullQuote = (text: string, attribution: string): Member => ({
  _type: "pullQuote",
  text,
  attribution,
});

export const callout = (tone: "info" | "warning", text: string): Member => ({
  _type: "callout",
  tone,
  text,
});

export const divider = (): Member => ({ _type: "divider" });

export const gallery = (...images: Image[]): Member => ({ _type: "gallery", images });

export const attachment = (name: string, title: string): Member => ({
  _type: "attachment",
  title,
  file: file(name),
});

/** A table; its first row is the header. */
export const table = (caption: string, ...rows: string[][]): Member => ({
  _type: "table",
  caption,
  headerRow: true,
  rows: rows.map((cells) => ({ cells })),
});

/**
 * Give every object in an array the `_key` that Sanity asks of array members, by its position.
 *
 * Keys that are there stay. Deterministic, so that seeding twice writes the same documents.
 */
export function withKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((member, index) => keyed(withKeys(member), index));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withKeys(field)]));
}

/** Give a document's arrays their keys. */
export function keyedDocument<T extends object>(document: T): T & Record<string, unknown> {
  const fields = Object.entries(document).map(([name, field]) => [name, withKeys(field)]);
  return { ...document, ...Object.fromEntries(fields) };
}

function keyed(member: unknown, index: number): unknown {
  if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
  return { _key: `k${String(index).padStart(2, "0")}`, ...member };
}
