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
  const bare = expression.replaceAll(quoted, "");
  const isRecursive = bare.includes("..");
  const [, numeric] = digitFirst.exec(bare.replaceAll(/\[[^\]]*\]/g, "[]")) ?? [];
  if (numeric !== undefined)
    throw new Error(`a name that begins with a digit is written in brackets: ['${numeric}']`);
  return Array.from(jsonMatch(root, readNames(expression)))
    .filter(({ value }) => !isRecursive || value !== undefined)
    .map(({ path }) => concrete(root, path))
    .filter((path) => path !== null)
    .filter((path) => path.length > 0);
}

const digitFirst = /(?:^|\.)(\d[\w-]*)/;
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/**
 * Change a value at many places, each object and array on the way copied once.
 *
 * What was given stays as it is. Must be used for one operation only: the next one finds its places in the outcome.
 */
export class Copy {
  readonly #own = new Set<object>();
  #root: unknown;

  constructor(root: unknown) {
    this.#root = root;
  }

  get(path: ConcretePath): unknown {
    return path.reduce<unknown>(step, this.#root);
  }

  /** Put a value at a path; objects on the way are made. */
  set(path: ConcretePath, value: unknown): void {
    this.#root = this.#set(this.#root, path, value);
  }

  /** Take away what is at a path. */
  remove(path: ConcretePath): void {
    this.#root = this.#remove(this.#root, path);
  }

  finish(): unknown {
    this.#own.clear();
    return this.#root;
  }

  #set(root: unknown, [segment, ...rest]: ConcretePath, value: unknown): unknown {
    if (segment === undefined) return value;
    if (Array.isArray(root)) {
      if (typeof segment !== "number" || !(segment in root)) return root;
      const items = this.#ownItems(root);
      items[segment] = this.#set(items[segment], rest, value);
      return items;
    }
    const object = this.#ownObject(isRecord(root) ? root : {});
    return put(object, String(segment), this.#set(readOwn(object, segment), rest, value));
  }

  #remove(root: unknown, [segment, ...rest]: ConcretePath): unknown {
    if (segment === undefined) return root;
    if (Array.isArray(root)) {
      if (typeof segment !== "number" || !(segment in root)) return root;
      const items = this.#ownItems(root);
      if (rest.length === 0) items.splice(segment, 1);
      else items[segment] = this.#remove(items[segment], rest);
      return items;
    }
    if (!isRecord(root) || !Object.hasOwn(root, segment)) return root;
    const object = this.#ownObject(root);
    if (rest.length > 0) return put(object, String(segment), this.#remove(object[segment], rest));
    delete object[segment];
    return object;
  }

  #ownItems(items: unknown[]): unknown[] {
    if (this.#own.has(items)) return items;
    const own = [...items];
    this.#own.add(own);
    return own;
  }

  #ownObject(object: Record<string, unknown>): Record<string, unknown> {
    if (this.#own.has(object)) return object;
    const own = { ...object };
    this.#own.add(own);
    return own;
  }
}

const readOwn = (object: Record<string, unknown>, name: string | number): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** An attribute may have any name, `__proto__` too. */
function put(object: Record<string, unknown>, name: string, value: unknown) {
  return Object.defineProperty(object, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

/** `["a-b"]` names an attribute as `['a-b']` does; `@sanity/json-match` knows only the latter. */
export function readNames(expression: string): string {
  return expression.replaceAll(quoted, (text, at: number) => {
    const isNamed =
      /[[,]\s*$/.test(expression.slice(0, at)) &&
      /^\s*[\],]/.test(expression.slice(at + text.length));
    if (!isNamed || !text.startsWith('"')) return text;
    return `'${text.slice(1, -1).replaceAll("'", String.raw`\'`)}'`;
  });
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
  return isRecord(value) ? readOwn(value, segment) : undefined;
}
