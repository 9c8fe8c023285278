import type { ExprNode, PipeFuncCallNode } from "groq-js";

import { allOf, translate } from "./condition.ts";
import type { Compiler, Expression, Scope } from "./expression.ts";
import { hiddenScope, listed, nestedScope, take, valued } from "./expression.ts";
import { namesProjected } from "./names-read.ts";
import { compileOrder } from "./order.ts";
import { compileScore } from "./score.ts";
import type { Order, Page, Scan } from "./source.ts";
import { isScan, scanFilters, unwrapped } from "./tree.ts";
import { yieldWhenLong } from "./yielding.ts";

/** A filtered dataset that is read only as far as somebody asks. */
export type DatasetScan = {
  open(scope: Scope, order?: Order): Scan;
  /** A page of them in the order of some keys, when the source can tell which documents that is. */
  window(scope: Scope, keys: readonly Order[], page: Page): Iterable<unknown> | null;
  /** How many there are, when the source can tell without reading them. */
  count(scope: Scope): number | null;
};

/** Compile the dataset with its filters, so that the source can leave out what they cannot accept. */
export function compileScan(compiler: Compiler, node: ExprNode): DatasetScan {
  const inner = compiler.nested();
  const nodes = scanFilters(node);
  const condition = allOf(nodes.map((filter) => translate(inner, filter)));
  const filters = nodes.map((filter) => inner.compile(filter));
  return {
    open: (scope, order) => {
      const { documents, isOrdered } = scope.runtime.source.scan(condition(scope), order);
      return { documents: accepted(documents, filters, scope), isOrdered };
    },
    window: (scope, keys, page) => scope.runtime.source.window(condition(scope), keys, page),
    count: (scope) => scope.runtime.source.count(condition(scope)),
  };
}

function* accepted<T>(
  items: Iterable<T>,
  filters: readonly Expression[],
  scope: Scope,
): Generator<T> {
  for (const item of items) {
    yieldWhenLong();
    const inner = nestedScope(scope, item);
    if (filters.every((filter) => filter.get(inner) === true)) yield item;
  }
}

function scanned(scan: DatasetScan): Expression {
  return listed((scope) => scan.open(scope).documents, {
    window: (scope, page) => scan.window(scope, [], page),
  });
}

function compileFilter(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "Filter" }>,
): Expression {
  const base = compiler.compile(node.base);
  const filter = compiler.nested().compile(node.expr);
  return listed((scope) => {
    const items = base.each(scope);
    return items && accepted(items, [filter], scope);
  });
}

function* mapped(
  items: Iterable<unknown>,
  expression: Expression,
  scope: Scope,
): Generator<unknown> {
  for (const item of items) yield expression.get(hiddenScope(scope, item)) ?? null;
}

function compileMap(compiler: Compiler, node: Extract<ExprNode, { type: "Map" }>): Expression {
  const names = namesProjected(node.expr);
  const base =
    names && node.base.type === "Slice"
      ? compileSlice(compiler, node.base, names)
      : compiler.compile(node.base);
  const expression = compiler.hidden().compile(node.expr);
  const over = (items: Iterable<unknown> | null, scope: Scope): Iterable<unknown> | null =>
    items && mapped(items, expression, scope);
  return listed((scope) => over(base.each(scope), scope), {
    first: (scope, count) => over(base.first(scope, count), scope),
    window: (scope, page) => over(base.window(scope, page), scope),
  });
}

function* flattened(
  items: Iterable<unknown>,
  expression: Expression,
  scope: Scope,
): Generator<unknown> {
  for (const item of items) {
    const value = expression.get(hiddenScope(scope, item));
    if (Array.isArray(value)) yield* value;
    else yield value ?? null;
  }
}

function compileFlatMap(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "FlatMap" }>,
): Expression {
  const base = compiler.compile(node.base);
  const expression = compiler.hidden().compile(node.expr);
  return listed((scope) => {
    const items = base.each(scope);
    return items && flattened(items, expression, scope);
  });
}

function sliced(items: readonly unknown[], left: number, right: number): unknown[] {
  const from = left < 0 ? left + items.length : left;
  const to = right < 0 ? right + items.length : right;
  return items.slice(Math.max(from, 0), Math.max(to, 0));
}

function* without(items: Iterable<unknown>, count: number): Generator<unknown> {
  let left = count;
  for (const item of items) {
    if (left > 0) left -= 1;
    else yield item;
  }
}

function compileSlice(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "Slice" }>,
  names?: readonly string[],
): Expression {
  const base = compiler.compile(node.base);
  const { left, isInclusive } = node;
  if (left >= 0 && node.right >= 0) {
    const end = isInclusive ? node.right + 1 : node.right;
    return listed((scope) => {
      const isWindow = (left > 0 || names !== undefined) && end > left;
      const page = isWindow ? base.window(scope, { skip: left, count: end - left, names }) : null;
      if (page) return page;
      const items = base.first(scope, end);
      return items && without(take(items, end), left);
    });
  }
  return valued((scope) => {
    const items = base.each(scope);
    if (!items) return null;
    const all = Array.from(items);
    const end = node.right < 0 ? node.right + all.length : node.right;
    return sliced(all, left, Math.max(isInclusive ? end + 1 : end, 0));
  });
}

function compileElement(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "AccessElement" }>,
): Expression {
  const base = compiler.compile(node.base);
  const { index } = node;
  return valued((scope) => {
    const items = index < 0 ? base.each(scope) : base.first(scope, index + 1);
    if (!items) return null;
    if (index < 0) return Array.from(items).at(index) ?? null;
    const [item] = without(take(items, index + 1), index);
    return item ?? null;
  });
}

function compilePipe(compiler: Compiler, node: PipeFuncCallNode): Expression {
  const scan = isScan(node.base) ? compileScan(compiler, node.base) : null;
  const base = scan ? scanned(scan) : compiler.compile(node.base);
  if (node.name === "score") return compileScore(compiler, node, base);
  return compileOrder(compiler, node, scan ?? { each: base.each });
}

/** Compile what makes arrays out of arrays; null when the node is something else. */
export function compileArrays(compiler: Compiler, node: ExprNode): Expression | null {
  if (isScan(node)) return scanned(compileScan(compiler, unwrapped(node)));
  switch (node.type) {
    case "Filter":
      return compileFilter(compiler, node);
    case "Map":
      return compileMap(compiler, node);
    case "FlatMap":
      return compileFlatMap(compiler, node);
    case "Slice":
      return compileSlice(compiler, node);
    case "AccessElement":
      return compileElement(compiler, node);
    case "ArrayCoerce": {
      const base = compiler.compile(node.base);
      return listed(base.each, base);
    }
    case "PipeFuncCall":
      return compilePipe(compiler, node);
    default:
      return null;
  }
}
