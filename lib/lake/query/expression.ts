import type { ExprNode } from "groq-js";

import type { Page, Source } from "./source.ts";

/** What a query may know besides its documents. */
export type Runtime = {
  readonly source: Source;
  readonly params: Readonly<Record<string, unknown>>;
  readonly now: Date;
  readonly identity: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly project?: { readonly projectId: string; readonly dataset: string };
};

/** Where an expression is evaluated: the value of `@`, what `^` climbs to, and what the query may know besides. */
export type Scope = {
  readonly value: unknown;
  readonly parent: Scope | null;
  readonly isHidden: boolean;
  readonly runtime: Runtime;
};

/** The outermost scope of one evaluation. */
export function rootScope(runtime: Runtime): Scope {
  return { value: null, parent: null, isHidden: false, runtime };
}

/** Enter a scope that `^` inside can climb out of; a hidden one is skipped on the way. */
export function nestedScope(scope: Scope, value: unknown): Scope {
  const parent = scope.isHidden ? scope.parent : scope;
  return { value, parent, isHidden: false, runtime: scope.runtime };
}

/** Enter the scope of a mapped element: `@` is the element, but it adds no step to `^`. */
export function hiddenScope(scope: Scope, value: unknown): Scope {
  const parent = scope.isHidden ? scope.parent : scope;
  return { value, parent, isHidden: true, runtime: scope.runtime };
}

/**
 * A compiled node; it knows nothing of one evaluation but what its scope tells, and so serves all of them.
 *
 * `each` gives the elements one by one where the value is an array, else null; `first` may stop working after
 * so many elements, which is what lets `order()[0...20]` keep 20 rows and no more.
 */
export type Expression = {
  get(scope: Scope): unknown;
  each(scope: Scope): Iterable<unknown> | null;
  first(scope: Scope, count: number): Iterable<unknown> | null;
  /** The elements from `skip` on, at most `count`; null when they cannot be found without those before them. */
  window(scope: Scope, page: Page): Iterable<unknown> | null;
};

const noWindow = (): null => null;

export type Compiler = {
  /** Whether the surrounding scope is one that `^` skips. */
  readonly isHidden: boolean;
  /** Compile a node of the same scope. */
  compile(node: ExprNode): Expression;
  /** Compile a node of the scope of an element: a filter, a projection, an order key. */
  nested(): Compiler;
  /** Compile a node of the scope of a mapped element. */
  hidden(): Compiler;
};

/** Make an expression out of its value. */
export function valued(get: (scope: Scope) => unknown): Expression {
  const each = (scope: Scope): Iterable<unknown> | null => {
    const value = get(scope);
    return Array.isArray(value) ? value : null;
  };
  return { get, each, first: each, window: noWindow };
}

type Reach = Partial<Pick<Expression, "first" | "window">>;

/** Make an expression out of its elements, so that nobody has to hold them all. */
export function listed(
  each: Expression["each"],
  { first = each, window = noWindow }: Reach = {},
): Expression {
  const get = (scope: Scope): unknown => {
    const items = each(scope);
    return items && Array.from(items);
  };
  return { get, each, first: (scope, count) => first(scope, count), window };
}

/** Take the first elements of an iterable, then close it. */
export function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let left = count;
  if (left <= 0) return;
  for (const item of items) {
    yield item;
    left -= 1;
    if (left === 0) return;
  }
}
