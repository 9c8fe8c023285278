import { isSelectorNode, type ExprNode, type FuncCallNode, type SelectorNode } from "groq-js";

import type { Compiler, Scope } from "./expression.ts";
import { hiddenScope, nestedScope, valued, type Expression } from "./expression.ts";
import { isDeepEqual, isObject, kindOf } from "./values.ts";

type Step = string | number;
type Path = readonly Step[];
/** List the paths a selector names in a value. */
type Select = (value: unknown, scope: Scope) => Path[];

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((current, step) => {
    if (Array.isArray(current)) return typeof step === "number" ? current[step] : undefined;
    return isObject(current) && Object.hasOwn(current, step) ? current[step] : undefined;
  }, value);
}

/** Put paths under another one. */
const below = (path: Path, paths: readonly Path[]): Path[] =>
  paths.map((rest) => path.concat(rest));

/** Extend each path by what another selector finds at its end. */
function within(base: Select, inner: Select): Select {
  return (value, scope) =>
    base(value, scope).flatMap((path) => below(path, inner(valueAt(value, path), scope)));
}

const elements: Select = (value) => (Array.isArray(value) ? value.map((_, index) => [index]) : []);
const itself: Select = () => [[]];

function filtered(filter: Expression): Select {
  return (value, scope) =>
    Array.isArray(value)
      ? value.flatMap((item, index) =>
          filter.get(nestedScope(scope, item)) === true ? [[index]] : [],
        )
      : [];
}

/** Every object at any depth that the expression accepts, arrays walked through. */
function anywhere(expression: Expression): Select {
  const visit = (value: unknown, scope: Scope): Path[] => {
    if (Array.isArray(value)) {
      return value.flatMap((item, index) => below([index], visit(item, scope)));
    }
    if (!isObject(value)) return [];
    const own: Path[] = expression.get(hiddenScope(scope, value)) === true ? [[]] : [];
    const inside = Object.entries(value).flatMap(([key, item]) => below([key], visit(item, scope)));
    return [...own, ...inside];
  };
  return visit;
}

function compileBase(compiler: Compiler, node: SelectorNode | undefined): Select {
  return node ? compileSelector(compiler, node) : itself;
}

function compileSelector(compiler: Compiler, node: SelectorNode): Select {
  switch (node.type) {
    case "Group":
      return compileSelector(compiler, node.base);
    case "Tuple": {
      const members = node.members.map((member) => compileSelector(compiler, member));
      return (value, scope) => members.flatMap((member) => member(value, scope));
    }
    case "AccessAttribute":
      return within(compileBase(compiler, node.base), () => [[node.name]]);
    case "ArrayCoerce":
      return within(compileBase(compiler, node.base), elements);
    case "Filter":
      return within(
        compileBase(compiler, node.base),
        filtered(compiler.nested().compile(node.expr)),
      );
    case "SelectorFuncCall":
      return anywhere(compiler.hidden().compile(node.arg));
    case "SelectorNested":
      return within(compileBase(compiler, node.base), compileSelector(compiler, node.nested));
  }
}

/** List the paths where two values differ: the shallowest of each, arrays of different length as a whole. */
function differences(before: unknown, after: unknown, path: Path = []): Path[] {
  if (isDeepEqual(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return Array.from(keys).flatMap((key) => differences(before[key], after[key], [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return after.flatMap((item, index) => differences(before[index], item, [...path, index]));
  }
  return kindOf(before) === "null" && kindOf(after) === "null" ? [] : [path];
}

/** An element's index means nothing once its array changed length. */
function hasMoved(before: unknown, after: unknown, path: Path): boolean {
  return path.some((step, at) => {
    if (typeof step !== "number") return false;
    const [left, right] = [valueAt(before, path.slice(0, at)), valueAt(after, path.slice(0, at))];
    return !Array.isArray(left) || !Array.isArray(right) || left.length !== right.length;
  });
}

function changedAny(select: Select, before: unknown, after: unknown, scope: Scope): boolean {
  const paths = select(before, scope);
  if (paths.length !== select(after, scope).length) return true;
  return paths.some(
    (path) =>
      hasMoved(before, after, path) || !isDeepEqual(valueAt(before, path), valueAt(after, path)),
  );
}

function changedOnly(select: Select, before: unknown, after: unknown, scope: Scope): boolean {
  const allowed = select(before, scope);
  return differences(before, after).every((path) =>
    allowed.some((prefix) => prefix.every((step, index) => path[index] === step)),
  );
}

const context = (key: "before" | "after"): ExprNode => ({ type: "Context", key });

/** Compile `diff::changedAny`, `diff::changedOnly` and their `delta::` forms, which compare `before()` with `after()`. */
export function compileDifference(compiler: Compiler, node: FuncCallNode): Expression {
  const [left, right, selector] =
    node.namespace === "diff" ? node.args : [context("before"), context("after"), ...node.args];
  if (!left || !right || !selector || !isSelectorNode(selector))
    throw new RangeError(`${node.name}() needs a selector`);
  const before = compiler.compile(left);
  const after = compiler.compile(right);
  const select = compileSelector(compiler, selector);
  const compare = node.name === "changedAny" ? changedAny : changedOnly;
  return valued((scope) =>
    compare(select, before.get(scope), after.get(scope), hiddenScope(scope, before.get(scope))),
  );
}
