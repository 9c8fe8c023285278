import type { DatabaseSync } from "node:sqlite";

import { UnboundedError } from "./bounded-source.ts";
import { evaluate } from "./compile.ts";
import { holdsFor } from "./holds.ts";
import { createParser, QueryError } from "./parse.ts";
import { isPlainQuery } from "./plain-query.ts";
import { isWithin } from "./size.ts";
import type { Source } from "./source.ts";
import { SqliteSource, createStatements, type Reader } from "./sqlite-source.ts";
import type { Document } from "./values.ts";

/** One query as a worker gets it; everything in it can be cloned between threads. */
export type QueryRequest = Reader & {
  query: string;
  params: Readonly<Record<string, unknown>>;
  /** What `identity()` answers. */
  identity: string;
  /** What `now()` answers, in milliseconds. */
  now: number;
  /** Answer for each of these whether the query finds it, instead of what the query finds in the dataset. */
  candidates?: readonly Document[];
};

/** The result as JSON text in UTF-8. */
export type Answer = (request: QueryRequest) => Uint8Array<ArrayBuffer>;

export type EngineOptions = {
  projectId: string;
  maxResultBytes: number;
  /** Answer only plain queries, and those through the source that this makes of the real one. */
  bound?: (source: Source) => Source;
};

/** What a query asked here may answer: a few references to one large thing make a huge answer. */
const mostNearCharacters = 4_000_000;

/** Errors of V8 that a query provokes by its shape: endless nesting, an expression too large. */
function asQueryError(error: unknown, query: string): unknown {
  if (error instanceof RangeError || error instanceof SyntaxError) {
    const description = `The query cannot be evaluated: ${error.message}`;
    return new QueryError(description, {
      type: "queryEvaluationError",
      end: query.length,
      cause: error,
    });
  }
  return error;
}

/**
 * Make the function that answers queries from a connection.
 *
 * Each query reads one moment of the file: it runs in a read transaction of its own, or in the one that whoever shares
 * the connection is in.
 */
export function createEngine(
  db: DatabaseSync,
  { projectId, maxResultBytes, bound }: EngineOptions,
): Answer {
  const parse = createParser();
  const statements = createStatements(db, bound !== undefined);
  const encoder = new TextEncoder();
  const answer = (request: QueryRequest): Uint8Array<ArrayBuffer> => {
    const { query, params, identity, now, dataset, candidates } = request;
    const tree = parse(query, params);
    if (bound && !isPlainQuery(tree)) throw new UnboundedError(true);
    const known = { params, identity, now: new Date(now), project: { projectId, dataset } };
    if (candidates) {
      const found = candidates.map((document) => holdsFor(tree, document, known));
      return encoder.encode(JSON.stringify(found));
    }
    const whole = new SqliteSource(statements, request);
    const source = bound ? bound(whole) : whole;
    const result = evaluate(tree, { source, ...known });
    if (bound && !isWithin(result, mostNearCharacters)) throw new UnboundedError();
    const text = JSON.stringify(result);
    if (text.length > maxResultBytes) {
      const megabytes = Math.round(maxResultBytes / 1_000_000);
      const description = `The result is larger than ${megabytes} MB: ask for fewer documents or fields`;
      throw new QueryError(description, { type: "resultTooLargeError", end: query.length });
    }
    return encoder.encode(text);
  };
  return (request) => {
    const isWithinAnother = db.isTransaction;
    if (!isWithinAnother) db.exec("begin");
    try {
      return answer(request);
    } catch (error) {
      throw asQueryError(error, request.query);
    } finally {
      if (!isWithinAnother) db.exec("rollback");
    }
  };
}
