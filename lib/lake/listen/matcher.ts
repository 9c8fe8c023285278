import type { ExprNode } from "groq-js";

import type { Identity } from "#lake/auth/identity.ts";
import { type Document, isPrivateId } from "#lake/document.ts";
import { HttpError } from "#lake/errors.ts";
import { holdsFor } from "#lake/query/holds.ts";
import { createParser } from "#lake/query/parse.ts";
import { isPlainQuery } from "#lake/query/plain-query.ts";
import { type QueryService, toHttpError } from "#lake/query/service.ts";

/** For which of some documents a listener's filter holds, as its identity may see them. */
export type Matcher = (documents: readonly (Document | null)[]) => Promise<readonly boolean[]>;

type Filter = {
  dataset: string;
  query: string;
  params: Record<string, unknown>;
  identity: Identity;
};
type MatcherOptions = { projectId: string; queries: Pick<QueryService, "finds"> };

/** A filter comes in an address, or is one of many in a body. */
const mostCharacters = 16_384;
const parse = createParser();

/**
 * Make a matcher; the query is parsed once.
 *
 * A filter that pins `_id` is answered without evaluating it for other documents: the Studio
 * listens to one document at a time, and many of its listeners are open at once. Only what works through a document
 * once is evaluated here, on the thread of all requests; any other filter is a query like others, with their deadline.
 *
 * @throws {HttpError} 400 when the query cannot be parsed; from the matcher, when it cannot be evaluated in time.
 */
export function createMatcher(filter: Filter, { projectId, queries }: MatcherOptions): Matcher {
  const { query, params, identity, dataset } = filter;
  const tree = parseFilter(query, params);
  const pinned = pinnedIds(filterOf(tree), params);
  const isInQuestion = (document: Document | null): document is Document =>
    document !== null &&
    !(identity === null && isPrivateId(document._id)) &&
    (pinned === null || pinned.has(document._id));
  const find = async (documents: readonly Document[]): Promise<readonly boolean[]> => {
    if (tree.type === "Everything") return documents.map(() => true);
    if (!isPlainQuery(tree)) return queries.finds(filter, documents);
    const project = { projectId, dataset };
    const known = { params, identity: identity?.id ?? "", now: new Date(), project };
    return documents.map((document) => holdsFor(tree, document, known));
  };
  return async (documents) => {
    const candidates = documents.filter(isInQuestion);
    const found = candidates.length > 0 ? await find(candidates) : [];
    const matching = new Set(candidates.filter((_document, index) => found[index]));
    return documents.map((document) => document !== null && matching.has(document));
  };
}

/** @throws {HttpError} 400 with the place of the mistake. */
function parseFilter(query: string, params: Record<string, unknown>): ExprNode {
  if (query.length > mostCharacters) {
    const description = `A listener's query has at most ${mostCharacters} characters`;
    throw new HttpError(400, "queryParseError", description);
  }
  try {
    return parse(query, params);
  } catch (error) {
    throw toHttpError(error, query);
  }
}

function filterOf(tree: ExprNode): ExprNode | null {
  if (tree.type === "Map" || tree.type === "Projection") return filterOf(tree.base);
  return tree.type === "Filter" && tree.base.type === "Everything" ? tree.expr : null;
}

type Params = Readonly<Record<string, unknown>>;

/** Find the only ids for which a condition can hold; null when it does not say. */
function pinnedIds(node: ExprNode | null, params: Params): ReadonlySet<string> | null {
  if (!node) return null;
  switch (node.type) {
    case "Group":
      return pinnedIds(node.base, params);
    case "And":
      return pinnedIds(node.left, params) ?? pinnedIds(node.right, params);
    case "Or": {
      const [left, right] = [pinnedIds(node.left, params), pinnedIds(node.right, params)];
      return left && right ? left.union(right) : null;
    }
    case "OpCall":
      return isDocumentId(node.left) && (node.op === "==" || node.op === "in")
        ? knownTexts(node.right, params)
        : null;
    default:
      return null;
  }
}

function isDocumentId(node: ExprNode): boolean {
  return node.type === "AccessAttribute" && node.name === "_id" && node.base === undefined;
}

function knownTexts(node: ExprNode, params: Params): ReadonlySet<string> | null {
  const values = knownValues(node, params);
  return values ? new Set(values.filter((value) => typeof value === "string")) : null;
}

function knownValues(node: ExprNode, params: Params): unknown[] | null {
  if (node.type === "Value") return [node.value].flat();
  if (node.type === "Parameter") return [params[node.name] ?? null].flat();
  if (node.type !== "Array") return null;
  const values = node.elements.map(({ isSplat, value }) =>
    isSplat ? null : knownValues(value, params),
  );
  return values.every((value) => value !== null) ? values.flat() : null;
}
