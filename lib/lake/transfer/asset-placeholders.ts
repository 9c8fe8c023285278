import { isRecord } from "#lake/document.ts";

/** An asset that a document asks for by the address of its bytes. */
export type Placeholder = { kind: "image" | "file"; url: string };

const placeholderPattern = /^(image|file)@([a-z]+:\/\/.*)$/;
const assetPattern = /^(image|file)-([0-9a-f]{40}(?:-\d+x\d+)?)-([0-9a-z]+)$/;

/** Two placeholders of one asset have one key. */
export function placeholderKey({ kind, url }: Placeholder): string {
  return `${kind}@${url}`;
}

/** List the assets a document waits for: `_sanityAsset: "image@file://./images/x.png"`, at any depth. */
export function listPlaceholders(value: unknown): Placeholder[] {
  if (Array.isArray(value)) return value.flatMap(listPlaceholders);
  if (!isRecord(value)) return [];
  const own = parsePlaceholder(value["_sanityAsset"]);
  return [...(own ? [own] : []), ...Object.values(value).flatMap(listPlaceholders)];
}

/**
 * Put references to uploaded assets where the placeholders were.
 *
 * @throws {Error} when `idOf` does not know an asset.
 */
export function fillPlaceholders(
  value: unknown,
  idOf: (placeholder: Placeholder) => string,
): unknown {
  if (Array.isArray(value)) return value.map((item) => fillPlaceholders(item, idOf));
  if (!isRecord(value)) return value;
  const own = parsePlaceholder(value["_sanityAsset"]);
  const entries = Object.entries(value)
    .filter(([key]) => !own || key !== "_sanityAsset")
    .map(([key, item]) => [key, fillPlaceholders(item, idOf)]);
  const filled = Object.fromEntries(entries);
  if (!own) return filled;
  return { _type: own.kind, ...filled, asset: { _type: "reference", _ref: idOf(own) } };
}

/** The way back: put placeholders where references to assets are, as `@sanity/export` writes them. */
export function makePlaceholders(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(makePlaceholders);
  if (!isRecord(value)) return value;
  const { asset } = value;
  const file = isRecord(asset) ? assetFile(asset["_ref"]) : null;
  const entries = Object.entries(value)
    .filter(([key]) => !file || key !== "asset")
    .map(([key, item]) => [key, makePlaceholders(item)]);
  const rest = Object.fromEntries(entries);
  return file ? { _sanityAsset: `${file.kind}@file://./${file.path}`, ...rest } : rest;
}

/** Where an archive keeps the bytes of an asset; null when the id is none of an asset. */
export function assetFile(
  id: unknown,
): { kind: "image" | "file"; path: string; sha1: string } | null {
  const [, kind, name, extension] = (typeof id === "string" && assetPattern.exec(id)) || [];
  if ((kind !== "image" && kind !== "file") || !name) return null;
  return { kind, path: `${kind}s/${name}.${extension}`, sha1: name.slice(0, 40) };
}

function parsePlaceholder(value: unknown): Placeholder | null {
  const [, kind, url] = (typeof value === "string" && placeholderPattern.exec(value)) || [];
  return (kind === "image" || kind === "file") && url ? { kind, url } : null;
}
