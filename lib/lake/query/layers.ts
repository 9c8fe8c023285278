import { isObject, type Document } from "./values.ts";

/** Which documents a reader sees: everything, what is published, or drafts and versions laid over it, first wins. */
export type Perspective = "raw" | "published" | readonly string[];

/**
 * One class of documents within a perspective.
 *
 * `prefix` is what its ids begin with; `where` keeps to it and leaves out what an upper layer replaces.
 */
export type Layer = { prefix: string; where: string; isOverlaid: boolean };

// Spelled so that SQLite does not take it for two ranges of an index, which it would then read one after the other.
const isPublished = "substr(id, 1, 7) <> 'drafts.' and substr(id, 1, 9) <> 'versions.'";

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The SQL of a document's published id within a layer. */
export const publishedIdSql = ({ prefix }: Layer): string =>
  prefix ? `substr(id, ${prefix.length + 1})` : "id";

function prefixOf(name: string): string {
  if (name === "published") return "";
  return name === "drafts" || name === "previewDrafts" ? "drafts." : `versions.${name}.`;
}

function withoutUpper(prefix: string, upper: readonly string[]): string[] {
  const id = prefix ? `substr(documents.id, ${prefix.length + 1})` : "documents.id";
  return upper.map(
    (other) =>
      `not exists (select 1 from documents as upper where upper.dataset = documents.dataset and upper.id = ${quoted(other)} || ${id})`,
  );
}

function overlay(names: readonly string[]): Layer[] {
  const known = names.map(prefixOf);
  const prefixes = Array.from(new Set([...known.filter((prefix) => prefix !== ""), ""]));
  return prefixes.map((prefix, index) => {
    const own = prefix
      ? `id >= ${quoted(prefix)} and id < ${quoted(`${prefix.slice(0, -1)}/`)}`
      : isPublished;
    return {
      prefix,
      where: [own, ...withoutUpper(prefix, prefixes.slice(0, index))].join(" and "),
      isOverlaid: true,
    };
  });
}

const withoutDot = "instr(id, '.') = 0";

/**
 * List the layers of a perspective, uppermost first.
 *
 * A reader without a token sees no id with a dot, whatever the perspective. `published` ends every overlay, named or not.
 */
export function layersOf(perspective: Perspective, isAnonymous: boolean): readonly Layer[] {
  const isOverlay = typeof perspective === "object";
  if (isAnonymous) return [{ prefix: "", where: withoutDot, isOverlaid: isOverlay }];
  if (isOverlay) return overlay(perspective);
  return [{ prefix: "", where: perspective === "raw" ? "1" : isPublished, isOverlaid: false }];
}

/** Tell whether a layer may hold a document of this id at all. */
export function isInLayer(id: string, perspective: Perspective, isAnonymous: boolean): boolean {
  if (isAnonymous) return !id.includes(".");
  return perspective === "raw" || !(id.startsWith("drafts.") || id.startsWith("versions."));
}

/**
 * Show a stored document as its layer presents it.
 *
 * In an overlay `_id` is the published one and `_originalId` the stored one. A version that only says "deleted when
 * this release goes out" hides the document: null.
 */
export function presented(document: Document, { prefix, isOverlaid }: Layer): Document | null {
  if (!isOverlaid) return document;
  const system = document["_system"];
  if (prefix.startsWith("versions.") && isObject(system) && system["delete"] === true) return null;
  const id = String(document["_id"]);
  return { ...document, _id: id.slice(prefix.length), _originalId: id };
}

/** The SQL that leaves out what `presented` hides. */
export const shownSql = ({ prefix }: Layer): string =>
  prefix.startsWith("versions.") ? `json_type(body, '$._system.delete') is not 'true'` : "1";
