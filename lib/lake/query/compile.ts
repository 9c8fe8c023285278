import type { ExprNode } from "groq-js";

import { compileArrays } from "./arrays.ts";
import { compileCall } from "./calls.ts";
import type { Compiler, Expression, Runtime, Scope } from "./expression.ts";
import { rootScope, valued } from "./expression.ts";
import { compileObjects } from "./objects.ts";
import { compileOperator } from "./operators.ts";
import { perNode } from "./per-node.ts";
import { isLaborious, levelsRead } from "./tree.ts";

function parentOf(scope: Scope, steps: number): Scope | null {
  let current: Scope | null = scope;
  for (let step = 0; step < steps && current; step += 1) current = current.parent;
  return current;
}

function compileBasic(compiler: Compiler, node: ExprNode): Expression | null {
  switch (node.type) {
    case "This":
      return valued(({ value }) => value);
    case "Parent":
      return valued((scope) => parentOf(scope, node.n)?.value ?? null);
    case "Value":
      return valued(() => node.value);
    case "Parameter":
      return valued(({ runtime }) => runtime.params[node.name] ?? null);
    case "Context":
      return valued(
        ({ runtime }) => (node.key === "before" ? runtime.before : runtime.after) ?? null,
      );
    case "Group":
      return compiler.compile(node.base);
    default:
      return null;
  }
}

function compileNode(compiler: Compiler, node: ExprNode): Expression {
  const expression =
    compileBasic(compiler, node) ??
    compileOperator(compiler, node) ??
    compileObjects(compiler, node) ??
    compileArrays(compiler, node) ??
    compileCall(compiler, node);
  if (!expression) throw new RangeError(`${node.type} cannot be evaluated here`);
  return expression;
}

/** Evaluate once for each scope the value depends on, not once for each element of a loop. */
function remembered(expression: Expression, level: number): Expression {
  const known = new WeakMap<Scope | Runtime, { value: unknown }>();
  return valued((scope) => {
    const key = parentOf(scope, level) ?? scope.runtime;
    const found = known.get(key);
    if (found) return found.value;
    const value = expression.get(scope);
    known.set(key, { value });
    return value;
  });
}

type Position = { isHidden: boolean; isLooped: boolean };

/**
 * Make a compiler for one position in the tree.
 *
 * Inside a loop, a part that goes through documents or a list but does not read the loop's own element is evaluated
 * once: nested `in *[…]` would otherwise take exponential time.
 */
function createCompiler({ isHidden, isLooped }: Position): Compiler {
  const plain = once(() => createCompiler({ isHidden, isLooped: false }));
  const nested = once(() => createCompiler({ isHidden: false, isLooped: true }));
  const hidden = once(() => createCompiler({ isHidden: true, isLooped: true }));
  const known = new Map<ExprNode, Expression>();
  const compileNew = (node: ExprNode): Expression => {
    if (!isLooped || !isLaborious(node)) return compileNode(compiler, node);
    const levels = levelsRead(node, isHidden);
    if (levels.has(0)) return compileNode(compiler, node);
    return remembered(plain().compile(node), levels.size > 0 ? Math.min(...levels) : Infinity);
  };
  const compiler: Compiler = {
    isHidden,
    nested,
    hidden,
    compile: (node) => {
      const expression = known.get(node) ?? compileNew(node);
      known.set(node, expression);
      return expression;
    },
  };
  return compiler;
}

/** A filter is compiled as itself and as a condition: without sharing, nesting would double the work each time. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A query's tree is compiled once, for as long as the query is remembered. */
const compiled = perNode((tree) =>
  createCompiler({ isHidden: false, isLooped: false }).compile(tree),
);

/** Evaluate a query; dates and paths inside the value turn into text when it is written as JSON. */
export function evaluate(tree: ExprNode, runtime: Runtime): unknown {
  return compiled(tree).get(rootScope(runtime)) ?? null;
}
