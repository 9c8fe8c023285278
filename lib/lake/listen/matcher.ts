import { type ExprNode, evaluate, parse } from "groq-js";

import type { Identity } from "#lake/auth/identity.ts";
import { type Document, isPrivateId } from "#lake/document.ts";
import { HttpError } from "#lake/errors.ts";

/** Whether a listener's filter holds for one document as its identity may see it. */
export type Matcher = (document: Document | null) => Promise<boolean>;

type MatcherRequest = {
  dataset: string;
  projectId: string;
  query: string;
  params: Record<string, unknown>;
  identity: Identity;
};

/**
 * Make a matcher; the query is parsed once.
 *
 * A filter that pins `_id` is answered without evaluating it for other documents: the Studio
 * listens to one document at a time, and many of its listeners are open at once.
 *
 * @throws {HttpError} 400 when the query cannot be parsed.
 */
export function createMatcher(request: MatcherRequest): Matcher {
  const { query, params, identity, dataset, projectId } = request;
  const tree = parseQuery(query, params);
  const pinned = pinnedIds(filterOf(tree));
  return async (document) => {
    if (!document || (identity === null && isPrivateId(document._id))) return false;
    if (pinned && !pinned.has(document._id)) return false;
    if (tree.type === "Everything") return true;
    const value = await evaluate(tree, {
      dataset: [document],
      params,
      identity: identity?.id ?? "",
      sanity: { projectId, dataset },
    });
    const result: unknown = await value.get();
    return Array.isArray(result) ? result.length > 0 : Boolean(result);
  };
}

/** @throws {HttpError} 400 with the place of the mistake. */
function parseQuery(query: string, params: Record<string, unknown>): ExprNode {
  try {
    return parse(query, { params });
  } catch (cause) {
    const description = cause instanceof Error ? cause.message : String(cause);
    const position = cause instanceof Error && "position" in cause ? Number(cause.position) : 0;
    const details = { query, start: position, end: query.length };
    throw new HttpError(400, "queryParseError", description, { cause, details });
  }
}

function filterOf(tree: ExprNode): ExprNode | null {
  if (tree.type === "Map" || tree.type === "Projection") return filterOf(tree.base);
  return tree.type === "Filter" && tree.base.type === "Everything" ? tree.expr : null;
}

/** Find the only ids for which a condition can hold; null when it does not say. */
function pinnedIds(node: ExprNode | null): ReadonlySet<string> | null {
  if (!node) return null;
  switch (node.type) {
    case "Group":
      return pinnedIds(node.base);
    case "And":
      return pinnedIds(node.left) ?? pinnedIds(node.right);
    case "Or": {
      const [left, right] = [pinnedIds(node.left), pinnedIds(node.right)];
      return left && right ? left.union(right) : null;
    }
    case "OpCall":
      return isDocumentId(node.left) && (node.op === "==" || node.op === "in")
        ? literalTexts(node.right)
        : null;
    default:
      return null;
  }
}

function isDocumentId(node: ExprNode): boolean {
  return node.type === "AccessAttribute" && node.name === "_id" && node.base === undefined;
}

function literalTexts(node: ExprNode): ReadonlySet<string> | null {
  const values = literalValues(node);
  return values ? new Set(values.filter((value) => typeof value === "string")) : null;
}

function literalValues(node: ExprNode): unknown[] | null {
  if (node.type === "Value") return [node.value].flat();
  if (node.type !== "Array") return null;
  const values = node.elements.map((element) =>
    element.isSplat || element.value.type !== "Value" ? null : [element.value.value],
  );
  return values.every((value) => value !== null) ? values.flat() : null;
}
