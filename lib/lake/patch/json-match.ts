import { getIndexForKey, jsonMatch } from "@sanity/json-match";

import { isRecord } from "#lake/document.ts";

/** The way to one value: attribute names and array indices. */
export type ConcretePath = readonly (string | number)[];

/**
 * Resolve a JSONMatch expression to the places it means in a value, in document order.
 *
 * A missing attribute is a place too, since it can be set; a missing array item is not, and with
 * `..` only what is there, or every object below would get the attribute.
 *
 * @throws {Error} when the expression cannot be parsed.
 */
export function findPaths(root: unknown, expression: string): ConcretePath[] {
  const isRecursive = expression.replaceAll(quoted, "").includes("..");
  return Array.from(jsonMatch(root, expression))
    .filter(({ value }) => !isRecursive || value !== undefined)
    .map(({ path }) => concrete(root, path))
    .filter((path) => path !== null)
    .filter((path) => path.length > 0);
}

const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** Read what is at a path; undefined when there is nothing. */
export function getAt(root: unknown, path: ConcretePath): unknown {
  return path.reduce<unknown>(step, root);
}

/** Copy a value with another one at a path; objects on the way are made. */
export function setAt(root: unknown, path: ConcretePath, value: unknown): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (Array.isArray(root)) {
    return root.map((item: unknown, index) =>
      index === segment ? setAt(item, rest, value) : item,
    );
  }
  const object = isRecord(root) ? root : {};
  return { ...object, [segment]: setAt(object[segment], rest, value) };
}

/** Copy a value without what is at a path. */
export function removeAt(root: unknown, path: ConcretePath): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return root;
  if (Array.isArray(root)) {
    if (rest.length === 0) return root.filter((_item, index) => index !== segment);
    return root.map((item: unknown, index) => (index === segment ? removeAt(item, rest) : item));
  }
  if (!isRecord(root) || !(segment in root)) return root;
  if (rest.length > 0) return { ...root, [segment]: removeAt(root[segment], rest) };
  const { [segment]: _removed, ...kept } = root;
  return kept;
}

/** Find the index an array segment means; null when no item is there. */
export function indexOf(items: readonly unknown[], segment: unknown): number | null {
  if (typeof segment === "number") {
    const index = segment < 0 ? items.length + segment : segment;
    return index in items ? index : null;
  }
  const key = isRecord(segment) ? segment["_key"] : undefined;
  return typeof key === "string" ? (getIndexForKey(items, key) ?? null) : null;
}

function concrete(root: unknown, path: readonly unknown[]): ConcretePath | null {
  const found: (string | number)[] = [];
  let current: unknown = root;
  for (const segment of path) {
    const place = typeof segment === "string" ? segment : itemIndex(current, segment);
    if (place === null) return null;
    found.push(place);
    current = step(current, place);
  }
  return found;
}

function itemIndex(container: unknown, segment: unknown): number | null {
  return Array.isArray(container) ? indexOf(container, segment) : null;
}

function step(value: unknown, segment: string | number): unknown {
  if (Array.isArray(value)) return typeof segment === "number" ? value[segment] : undefined;
  return isRecord(value) ? value[segment] : undefined;
}
