import { type Piece, splitPieces } from "./pieces.ts";
import { pickForm, type Variant, variants } from "./variants.ts";

/** Convert one text in which some ranges are already decided. */
type PiecesOf = (text: string, fixed: readonly Piece[]) => Piece[];

type Tools = { pieces: PiecesOf; to: Variant };
type Fields = Record<string, unknown>;
type Child = { node: Fields; text: string; isSpan: boolean; marks: readonly unknown[] };

/** Fields that hold prose, in any object of a body. Everything else (keys, references, addresses, slugs) stays. */
const proseFields = new Set([
  "text",
  "title",
  "alt",
  "caption",
  "credit",
  "attribution",
  "transcript",
  "description",
]);
/** Arrays of plain strings that are prose. */
const proseLists = new Set(["cells"]);
const objectMark = "\uFFFC";

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function childOf(node: Fields): Child {
  const isSpan = node["_type"] === "span" && typeof node["text"] === "string";
  return {
    node,
    text: isSpan ? String(node["text"]) : objectMark,
    isSpan,
    marks: listOf(node["marks"]),
  };
}

/** The form that a `variant` annotation sets for the target, or null when it has none. */
function annotatedForm(annotation: Fields, to: Variant): string | null {
  const forms: Partial<Record<Variant, string>> = {};
  for (const form of listOf(annotation["forms"])) {
    if (!isFields(form)) continue;
    const locale = variants.find((variant) => variant === form["locale"]);
    if (locale && typeof form["text"] === "string") forms[locale] = form["text"];
  }
  return pickForm(forms, to);
}

/** What decides a child's text before any rule does: its key, so that neighbours under one annotation count as one. */
function decisionOf(
  child: Child,
  definitions: ReadonlyMap<unknown, Fields>,
): { key: unknown; annotation: Fields | null } | null {
  if (!child.isSpan) return { key: child, annotation: null };
  for (const mark of child.marks) {
    if (mark === "code" || mark === "noConvert") return { key: mark, annotation: null };
    const annotation = definitions.get(mark);
    if (annotation?.["_type"] === "noConvert") return { key: mark, annotation: null };
    if (annotation?.["_type"] === "variant") return { key: mark, annotation };
  }
  return null;
}

type Decided = { key: unknown; annotation: Fields | null; start: number; text: string };

function decidedRanges(
  children: readonly Child[],
  definitions: ReadonlyMap<unknown, Fields>,
  to: Variant,
): Piece[] {
  const decided: Decided[] = [];
  let at = 0;
  for (const child of children) {
    const decision = decisionOf(child, definitions);
    const last = decided.at(-1);
    if (decision && last && last.key === decision.key && last.start + last.text.length === at)
      last.text += child.text;
    else if (decision) decided.push({ ...decision, start: at, text: child.text });
    at += child.text.length;
  }
  return decided
    .filter(({ text }) => text.length > 0)
    .map(({ annotation, start, text }) => ({
      start,
      end: start + text.length,
      text: (annotation && annotatedForm(annotation, to)) ?? text,
    }));
}

/** Convert a block's children as one text: a word, a quotation or a term may run across their borders. */
function convertChildren(block: Fields, tools: Tools): void {
  const children = listOf(block["children"]).filter(isFields).map(childOf);
  const definitions = new Map(
    listOf(block["markDefs"])
      .filter(isFields)
      .map((each) => [each["_key"], each]),
  );
  const text = children.map((child) => child.text).join("");
  const offsets = [0];
  for (const child of children) offsets.push((offsets.at(-1) ?? 0) + child.text.length);
  const pieces = tools.pieces(text, decidedRanges(children, definitions, tools.to));
  const texts = splitPieces(pieces, offsets);
  for (const [index, { node, isSpan }] of children.entries()) {
    if (isSpan) node["text"] = texts[index] ?? "";
    else convertFields(node, tools);
  }
}

function convertString(value: string, tools: Tools): string {
  return tools
    .pieces(value, [])
    .map((piece) => piece.text)
    .join("");
}

function convertValue(key: string, value: unknown, tools: Tools): unknown {
  if (typeof value === "string") return proseFields.has(key) ? convertString(value, tools) : value;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      value[index] =
        typeof item === "string" && proseLists.has(key)
          ? convertString(item, tools)
          : convertValue("", item, tools);
    }
  } else if (isFields(value)) convertFields(value, tools);
  return value;
}

function convertFields(fields: Fields, tools: Tools): void {
  const type = fields["_type"];
  if (type === "variant" || type === "noConvert") return;
  const isBlock = type === "block" && Array.isArray(fields["children"]);
  if (isBlock) convertChildren(fields, tools);
  for (const [key, value] of Object.entries(fields)) {
    if (!(isBlock && key === "children")) fields[key] = convertValue(key, value, tools);
  }
}

/**
 * Convert a Portable Text value: an array of blocks and objects, one of them, or anything that holds them.
 *
 * Spans of a block are read as one text and get back what stands for their own characters, so 头**发** is 頭**髮**. The
 * marks `code`, `noConvert` and `variant` decide their text themselves; inline objects stay where they are. Keys, marks,
 * links and references are the same afterwards; the given value is not touched.
 */
export function convertPortableText<T>(value: T, tools: Tools): T {
  const copy = structuredClone(value);
  convertValue("", copy, tools);
  return copy;
}

/** All prose of a Portable Text value in one string, to tell its script by. */
export function proseOf(value: unknown, key = ""): string {
  if (typeof value === "string") return proseFields.has(key) || proseLists.has(key) ? value : "";
  if (Array.isArray(value)) return value.map((item) => proseOf(item, key)).join("\n");
  if (!isFields(value) || value["_type"] === "variant") return "";
  return Object.entries(value)
    .map(([name, field]) => proseOf(field, name))
    .join("");
}
