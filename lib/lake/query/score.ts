import type { ExprNode, PipeFuncCallNode } from "groq-js";

import type { Compiler, Expression, Scope } from "./expression.ts";
import { listed, nestedScope } from "./expression.ts";
import { textQueryArgument } from "./operators.ts";
import { matchScore, textQueryScore, textTerms } from "./text.ts";
import { isObject } from "./values.ts";

type Rate = (scope: Scope) => number;

function rateMatch(compiler: Compiler, node: Extract<ExprNode, { type: "OpCall" }>): Rate {
  const argument = textQueryArgument(node);
  const left = compiler.compile(node.left);
  const right = compiler.compile(argument ?? node.right);
  if (!argument) return (scope) => matchScore(left.get(scope), right.get(scope));
  return (scope) => {
    const words = right.get(scope);
    return typeof words === "string" ? textQueryScore(left.get(scope), textTerms(words)) : 0;
  };
}

function rateBoost(compiler: Compiler, args: readonly ExprNode[]): Rate {
  const [subject, amount] = args;
  if (!subject || !amount) throw new RangeError("boost() takes two arguments");
  const inner = compileRate(compiler, subject);
  const boost = compiler.compile(amount);
  return (scope) => {
    const score = inner(scope);
    const extra = boost.get(scope);
    return score > 0 && typeof extra === "number" ? score + extra : 0;
  };
}

function compileRate(compiler: Compiler, node: ExprNode): Rate {
  if (node.type === "OpCall" && node.op === "match") return rateMatch(compiler, node);
  if (node.type === "FuncCall" && node.name === "boost") return rateBoost(compiler, node.args);
  if (node.type === "Or" || node.type === "And") {
    const left = compileRate(compiler, node.left);
    const right = compileRate(compiler, node.right);
    return (scope) => {
      const [one, other] = [left(scope), right(scope)];
      return node.type === "And" && (one === 0 || other === 0) ? 0 : one + other;
    };
  }
  const expression = compiler.compile(node);
  return (scope) => (expression.get(scope) === true ? 1 : 0);
}

/** Compile `| score(…)`: adds `_score` to every object, best first; whatever is no object falls out. */
export function compileScore(
  compiler: Compiler,
  node: PipeFuncCallNode,
  base: Expression,
): Expression {
  const inner = compiler.nested();
  const rates = node.args.map((arg) => compileRate(inner, arg));
  return listed((scope) => {
    const items = base.each(scope);
    if (!items) return null;
    const scored = Array.from(items)
      .filter(isObject)
      .map((item) => {
        const before = typeof item["_score"] === "number" ? item["_score"] : 0;
        const within = nestedScope(scope, item);
        return { item, score: rates.reduce((score, rate) => score + rate(within), before) };
      });
    const best = scored.toSorted((left, right) => right.score - left.score);
    return best.map(({ item, score }) => Object.assign({}, item, { _score: score }));
  });
}
