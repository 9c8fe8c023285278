import { GroqSyntaxError, parse, type ExprNode } from "groq-js";

import { descendants } from "./tree.ts";

/** A query that cannot be answered, through its own fault; `start` and `end` are offsets in the query's text. */
export class QueryError extends Error {
  override name = "QueryError";
  readonly type: string;
  readonly start: number;
  readonly end: number;
  constructor(
    description: string,
    at: { type?: string; start?: number; end?: number; cause?: unknown } = {},
  ) {
    super(description, { cause: at.cause });
    this.type = at.type ?? "queryParseError";
    this.start = at.start ?? 0;
    this.end = at.end ?? 0;
  }
}

export type Params = Readonly<Record<string, unknown>>;

const unsupported = new Set([
  "geo::latLng",
  "geo::contains",
  "geo::intersects",
  "geo::distance",
  "text::query",
  "text::semanticSimilarity",
  "documents::get",
  "documents::incomingRefCount",
  "documents::incomingGlobalDocumentReferenceCount",
  "media::aspect",
  "user::attributes",
  "global::anywhere",
]);

function isTextQuery(node: ExprNode): boolean {
  return node.type === "FuncCall" && node.namespace === "text" && node.name === "query";
}

/** `score()` rates documents, so it may not follow what made something else of them. */
function isScorable(node: ExprNode): boolean {
  switch (node.type) {
    case "AccessElement":
    case "Projection":
    case "Map":
    case "FlatMap":
    case "AccessAttribute":
      return false;
    case "Group":
    case "ArrayCoerce":
    case "Filter":
    case "Slice":
    case "PipeFuncCall":
      return isScorable(node.base);
    default:
      return true;
  }
}

function isConstant(node: ExprNode): boolean {
  switch (node.type) {
    case "Value":
    case "Parameter":
      return true;
    case "Group":
    case "Pos":
    case "Neg":
      return isConstant(node.base);
    case "OpCall":
      return (
        !["==", "!=", "<", "<=", ">", ">=", "in", "match"].includes(node.op) &&
        isConstant(node.left) &&
        isConstant(node.right)
      );
    default:
      return false;
  }
}

/** `a[$n]` is an element or a filter, as `$n` has it: such a tree serves one set of parameters. */
function dependsOnParams(nodes: readonly ExprNode[]): boolean {
  return nodes.some(
    (node) => node.type === "Filter" && isConstant(node.expr) && mentionsParam(node.expr),
  );
}

function mentionsParam(node: ExprNode): boolean {
  for (const { type } of descendants(node)) if (type === "Parameter") return true;
  return false;
}

function refuseUnsupported(nodes: readonly ExprNode[], query: string): void {
  const matched = new Set<ExprNode>(
    nodes.flatMap((node) =>
      node.type === "OpCall" && node.op === "match" && isTextQuery(node.right) ? [node.right] : [],
    ),
  );
  for (const node of nodes) {
    if (node.type !== "FuncCall" || matched.has(node)) continue;
    const name = `${node.namespace}::${node.name}`;
    if (!unsupported.has(name)) continue;
    const short = name.replace(/^global::/, "");
    const start = Math.max(query.indexOf(short), 0);
    const hint = isTextQuery(node)
      ? "is only supported on the right of match"
      : "is not supported by this lake";
    throw new QueryError(`${short}() ${hint}`, { start, end: start + short.length });
  }
}

function refuseMisuse(nodes: readonly ExprNode[], query: string): void {
  refuseUnsupported(nodes, query);
  for (const node of nodes) {
    if (node.type === "PipeFuncCall" && node.name === "score" && !isScorable(node.base)) {
      const start = Math.max(query.indexOf("score"), 0);
      throw new QueryError(
        "score() must be applied to documents, before any projection or element access",
        {
          start,
          end: start + "score".length,
        },
      );
    }
  }
}

function parseTree(query: string, params: Params | null): ExprNode {
  // groq-js wants a line break after a comment, also after the last one.
  const text = query.includes("//") ? `${query}\n` : query;
  try {
    return params ? parse(text, { params: { ...params } }) : parse(text);
  } catch (cause) {
    const description = cause instanceof Error ? cause.message : "The query cannot be parsed";
    const start = cause instanceof GroqSyntaxError ? cause.position : 0;
    throw new QueryError(description, { start, end: query.length, cause });
  }
}

type Parsed = { tree: ExprNode; params: ReadonlySet<string>; isReusable: boolean };

function analyse(tree: ExprNode, query: string): Parsed {
  const nodes = Array.from(descendants(tree));
  refuseMisuse(nodes, query);
  const params = nodes.flatMap((node) => (node.type === "Parameter" ? [node.name] : []));
  return { tree, params: new Set(params), isReusable: !dependsOnParams(nodes) };
}

/** A slice by parameters cannot be parsed without them, which is no fault of the query yet. */
function parseWithoutParams(query: string): Parsed | null {
  try {
    return analyse(parseTree(query, null), query);
  } catch (error) {
    if (error instanceof QueryError && query.includes("$")) return null;
    throw error;
  }
}

const rememberedQueries = 500;

/**
 * Make a parser that remembers trees by their text.
 *
 * groq-js writes parameter values into the tree, so a tree is shared between calls only when it was parsed
 * without them.
 */
export function createParser(): (query: string, params: Params) => ExprNode {
  const known = new Map<string, Parsed>();
  const remember = (query: string, parsed: Parsed): void => {
    if (known.size >= rememberedQueries) known.delete(known.keys().next().value ?? "");
    known.set(query, parsed);
  };
  return (query, params) => {
    const shared = known.get(query) ?? parseWithoutParams(query);
    if (shared?.isReusable) remember(query, shared);
    const parsed = shared?.isReusable ? shared : analyse(parseTree(query, params), query);
    const missing = Array.from(parsed.params).find((name) => !Object.hasOwn(params, name));
    if (missing === undefined) return parsed.tree;
    const start = Math.max(query.indexOf(`$${missing}`), 0);
    throw new QueryError(`param $${missing} referenced, but not provided`, {
      start,
      end: start + missing.length + 1,
    });
  };
}
