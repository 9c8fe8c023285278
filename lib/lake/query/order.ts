import type { ExprNode, PipeFuncCallNode } from "groq-js";

import type { Compiler, Expression, Scope } from "./expression.ts";
import { listed, nestedScope, take } from "./expression.ts";
import type { Order, Page, Scan } from "./source.ts";
import { attributePath } from "./tree.ts";
import { attribute, partialCompare, totalCompare } from "./values.ts";

type Key = { expression: Expression; direction: 1 | -1 };
type Row = { item: unknown; index: number; keys: readonly unknown[] };

/** What is to be ordered: a dataset, which may come ordered, or any other array. */
type Base =
  | {
      open(scope: Scope, order?: Order): Scan;
      window(scope: Scope, keys: readonly Order[], page: Page): Iterable<unknown> | null;
    }
  | { each: Expression["each"] };

function keyNode(node: ExprNode): { node: ExprNode; direction: 1 | -1 } {
  if (node.type === "Desc") return { node: node.base, direction: -1 };
  return { node: node.type === "Asc" ? node.base : node, direction: 1 };
}

function orderOf({ node, direction }: { node: ExprNode; direction: 1 | -1 }): Order | null {
  const path = attributePath(node);
  return path?.length ? { path, isDescending: direction === -1 } : null;
}

function compareRows(keys: readonly Key[], left: Row, right: Row): number {
  for (const [at, { direction }] of keys.entries()) {
    const order = totalCompare(left.keys[at], right.keys[at]);
    if (order !== 0) return order * direction;
  }
  return left.index - right.index;
}

function* rows(items: Iterable<unknown>, keys: readonly Key[], scope: Scope): Generator<Row> {
  let index = 0;
  for (const item of items) {
    const inner = nestedScope(scope, item);
    yield { item, index, keys: keys.map(({ expression }) => expression.get(inner) ?? null) };
    index += 1;
  }
}

const byId = (left: Row, right: Row): number =>
  partialCompare(attribute(left.item, "_id"), attribute(right.item, "_id")) ?? 0;

/**
 * Finish rows that already come ordered by their first key.
 *
 * Only rows alike in it are sorted, by the other keys and then by `_id`, so a slice reads little more than itself.
 */
function* sortRuns(source: Iterable<Row>, keys: readonly Key[]): Generator<unknown> {
  const compare = (left: Row, right: Row): number =>
    compareRows(keys, { ...left, index: 0 }, { ...right, index: 0 }) || byId(left, right);
  let run: Row[] = [];
  for (const row of source) {
    const [head] = run;
    if (head && totalCompare(head.keys[0], row.keys[0]) !== 0) {
      for (const { item } of run.toSorted(compare)) yield item;
      run = [];
    }
    run.push(row);
  }
  for (const { item } of run.toSorted(compare)) yield item;
}

const slack = 1000;

/** Keep the first `count` rows in order without holding all of them. */
function top(source: Iterable<Row>, keys: readonly Key[], count: number): unknown[] {
  const compare = (left: Row, right: Row): number => compareRows(keys, left, right);
  let kept: Row[] = [];
  for (const row of source) {
    kept.push(row);
    if (kept.length >= count * 2 + slack) kept = kept.toSorted(compare).slice(0, count);
  }
  return kept.toSorted(compare).map(({ item }) => item);
}

/** Compile `| order(…)`: stable, types before values, what has no order last. */
export function compileOrder(compiler: Compiler, node: PipeFuncCallNode, base: Base): Expression {
  const inner = compiler.nested();
  const parts = node.args.map(keyNode);
  const keys = parts.map((part) => ({
    expression: inner.compile(part.node),
    direction: part.direction,
  }));
  const wishes = parts.map(orderOf);
  const wish = wishes[0] ?? undefined;
  const open = (scope: Scope): { items: Iterable<unknown>; isOrdered: boolean } | null => {
    if ("open" in base) {
      const { documents, isOrdered } = base.open(scope, wish);
      return { items: documents, isOrdered };
    }
    const items = base.each(scope);
    return items && { items, isOrdered: false };
  };
  const sorted = (scope: Scope, count: number): Iterable<unknown> | null => {
    const opened = open(scope);
    if (!opened) return null;
    const source = rows(opened.items, keys, scope);
    return opened.isOrdered ? sortRuns(source, keys) : take(top(source, keys, count), count);
  };
  const window: Expression["window"] = (scope, page) => {
    const paths = wishes.filter((key) => key !== null);
    if (!("open" in base) || paths.length < wishes.length) return null;
    return base.window(scope, paths, page);
  };
  return listed((scope) => sorted(scope, Infinity), { first: sorted, window });
}
