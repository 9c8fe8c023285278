import type { TextTerm } from "./text.ts";
import type { Document } from "./values.ts";

export type Scalar = string | number | boolean;

/**
 * What a filter demands, as far as a storage can understand it.
 *
 * A source may answer more documents than the condition allows, never fewer: the filter itself is always
 * evaluated on what comes back. "any" stands for a part that was not understood.
 */
export type Condition =
  | { kind: "any" }
  | { kind: "none" }
  | { kind: "and" | "or"; parts: readonly Condition[] }
  | { kind: "equal"; path: readonly string[]; values: readonly Scalar[]; isNegated: boolean }
  | {
      kind: "range";
      path: readonly string[];
      operator: "<" | "<=" | ">" | ">=";
      value: string | number;
    }
  | { kind: "defined"; path: readonly string[]; isNegated: boolean }
  | { kind: "path"; pattern: string; isNegated: boolean }
  | { kind: "references"; ids: readonly string[] }
  | { kind: "text"; terms: readonly TextTerm[] };

export type Order = { path: readonly string[]; isDescending: boolean };

/** `names` are the only attributes that anybody will read, where that is known. */
export type Page = { skip: number; count: number; names?: readonly string[] | undefined };

/** Documents one by one; `isOrdered` tells whether they come in the order asked for, or else by `_id`. */
export type Scan = { documents: Iterable<Document>; isOrdered: boolean };

export type Source = {
  /** Every document the condition allows, and perhaps more; by `_id` unless `order` is asked for and available. */
  scan(condition: Condition, order?: Order): Scan;
  /**
   * The documents from `skip` on, at most `count`, in the order of `keys` and then by `_id`.
   *
   * Null when the source cannot tell exactly which these are.
   */
  window(condition: Condition, keys: readonly Order[], page: Page): Iterable<Document> | null;
  /** The document a reference points at, as this reader may see it. */
  get(id: string): Document | null;
  /** How many documents the condition allows; null when that cannot be told exactly without reading them. */
  count(condition: Condition): number | null;
};

/** Serve documents held in memory: what tests compare with, and what a listener's filter runs on. */
export function createMemorySource(documents: readonly Document[]): Source {
  const ordered = documents.toSorted((left, right) =>
    String(left["_id"]) < String(right["_id"]) ? -1 : 1,
  );
  const byId = new Map(ordered.map((document) => [document["_id"], document]));
  return {
    scan: () => ({ documents: ordered, isOrdered: false }),
    get: (id) => byId.get(id) ?? null,
    window: () => null,
    count: () => null,
  };
}
