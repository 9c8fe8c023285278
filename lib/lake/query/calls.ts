import type { ExprNode, FuncCallNode } from "groq-js";

import { compileScan } from "./arrays.ts";
import { compileDifference } from "./difference.ts";
import type { Compiler, Expression, Scope } from "./expression.ts";
import { valued } from "./expression.ts";
import { hasReference, isPartOfRelease, isVersionOf, pureFunctions } from "./functions.ts";
import { gather } from "./text.ts";
import { isScan } from "./tree.ts";

type Compile = (args: readonly Expression[]) => (scope: Scope) => unknown;

function compileReferences(args: readonly Expression[]): (scope: Scope) => boolean {
  return (scope) => {
    const ids = new Set<unknown>(args.flatMap((arg) => gather(arg.get(scope)).texts));
    return ids.size > 0 && hasReference(scope.value, ids);
  };
}

const now = ({ runtime }: Scope): string => runtime.now.toISOString();

function operation({ runtime: { before = null, after = null } }: Scope): string | null {
  if (before !== null && after !== null) return "update";
  if (after !== null) return "create";
  return before === null ? null : "delete";
}

const contextual: ReadonlyMap<string, Compile> = new Map<string, Compile>([
  ["global::now", () => now],
  ["dateTime::now", () => pureOf("global::dateTime", now)],
  [
    "global::identity",
    () =>
      ({ runtime }) =>
        runtime.identity,
  ],
  ["global::references", compileReferences],
  [
    "sanity::projectId",
    () =>
      ({ runtime }) =>
        runtime.project?.projectId ?? null,
  ],
  [
    "sanity::dataset",
    () =>
      ({ runtime }) =>
        runtime.project?.dataset ?? null,
  ],
  [
    "sanity::versionOf",
    ([id]) =>
      (scope) =>
        isVersionOf(scope.value, id?.get(scope)),
  ],
  [
    "sanity::partOfRelease",
    ([release]) =>
      (scope) =>
        isPartOfRelease(scope.value, release?.get(scope)),
  ],
  ["delta::operation", () => operation],
]);

function pureOf(name: string, argument: (scope: Scope) => unknown): (scope: Scope) => unknown {
  return (scope) => pureFunctions.get(name)?.(argument(scope)) ?? null;
}

function coalesce(args: readonly Expression[]): Expression {
  return valued((scope) => {
    for (const arg of args) {
      const value = arg.get(scope) ?? null;
      if (value !== null) return value;
    }
    return null;
  });
}

/** Count without holding the elements, and without reading the documents where the source can tell. */
function compileCount(compiler: Compiler, node: FuncCallNode): Expression {
  const [argument] = node.args;
  if (!argument) throw new RangeError("count() takes an argument");
  const scan = isScan(argument) ? compileScan(compiler, argument) : null;
  const items = compiler.compile(argument);
  return valued((scope) => {
    const known = scan?.count(scope) ?? null;
    if (known !== null) return known;
    const found = items.each(scope);
    if (!found) return null;
    if (Array.isArray(found)) return found.length;
    let count = 0;
    for (const _ of found) count += 1;
    return count;
  });
}

/** Compile a function call; null when the node is none. */
export function compileCall(compiler: Compiler, node: ExprNode): Expression | null {
  if (node.type !== "FuncCall") return null;
  const name = `${node.namespace}::${node.name}`;
  if (name === "global::count") return compileCount(compiler, node);
  if (node.namespace === "diff" || name.startsWith("delta::changed"))
    return compileDifference(compiler, node);
  const args = node.args.map((arg) => compiler.compile(arg));
  if (name === "global::coalesce") return coalesce(args);
  const compile = contextual.get(name);
  if (compile) return valued(compile(args));
  const pure = pureFunctions.get(name);
  if (!pure) throw new RangeError(`${name}() is not supported`);
  return valued((scope) => pure(...args.map((arg) => arg.get(scope) ?? null)) ?? null);
}
