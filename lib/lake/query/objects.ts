import type { ExprNode, ObjectAttributeNode } from "groq-js";

import type { Compiler, Expression, Scope } from "./expression.ts";
import { listed, nestedScope, valued } from "./expression.ts";
import { attribute, isObject } from "./values.ts";

type Target = Record<string, unknown>;
type Fill = (scope: Scope, target: Target) => void;

function splat(value: Expression): Fill {
  return (scope, target) => {
    const source = value.get(scope);
    if (isObject(source)) Object.assign(target, source);
  };
}

function compileAttribute(compiler: Compiler, node: ObjectAttributeNode): Fill {
  const value = compiler.compile(node.value);
  switch (node.type) {
    case "ObjectAttributeValue":
      return (scope, target) => {
        target[node.name] = value.get(scope) ?? null;
      };
    case "ObjectSplat":
      return splat(value);
    case "ObjectConditionalSplat": {
      const condition = compiler.compile(node.condition);
      const fill = splat(value);
      return (scope, target) => {
        if (condition.get(scope) === true) fill(scope, target);
      };
    }
  }
}

function compileObject(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "Object" }>,
): Expression {
  const fills = node.attributes.map((item) => compileAttribute(compiler, item));
  return valued((scope) => {
    const target: Target = {};
    for (const fill of fills) fill(scope, target);
    return target;
  });
}

function compileArray(compiler: Compiler, node: Extract<ExprNode, { type: "Array" }>): Expression {
  const elements = node.elements.map(({ value, isSplat }) => ({
    value: compiler.compile(value),
    isSplat,
  }));
  return listed(function* elementsOf(scope) {
    for (const { value, isSplat } of elements) {
      if (isSplat) yield* value.each(scope) ?? [];
      else yield value.get(scope) ?? null;
    }
  });
}

function compileDereference(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "Deref" }>,
): Expression {
  const base = compiler.compile(node.base);
  return valued((scope) => {
    const target = attribute(base.get(scope), "_ref");
    return typeof target === "string" ? scope.runtime.source.get(target) : null;
  });
}

function compileAccess(
  compiler: Compiler,
  node: Extract<ExprNode, { type: "AccessAttribute" }>,
): Expression {
  if (!node.base) return valued((scope) => attribute(scope.value, node.name));
  const base = compiler.compile(node.base);
  return valued((scope) => attribute(base.get(scope), node.name));
}

/** Compile what makes and reads objects and array literals; null when the node is something else. */
export function compileObjects(compiler: Compiler, node: ExprNode): Expression | null {
  switch (node.type) {
    case "Object":
      return compileObject(compiler, node);
    case "Array":
      return compileArray(compiler, node);
    case "Deref":
      return compileDereference(compiler, node);
    case "AccessAttribute":
      return compileAccess(compiler, node);
    case "Projection": {
      const base = compiler.compile(node.base);
      const expression = compiler.nested().compile(node.expr);
      return valued((scope) => {
        const value = base.get(scope);
        return isObject(value) ? expression.get(nestedScope(scope, value)) : null;
      });
    }
    default:
      return null;
  }
}
