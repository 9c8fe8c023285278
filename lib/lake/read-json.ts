import type { Context } from "hono";
import { z } from "zod";

import { isDeeperThan, mostDepth } from "./depth.ts";
import { HttpError } from "./errors.ts";

/** What stands around a document in a request: the list of mutations, the mutation itself. */
const envelopeDepth = 8;

/**
 * Read a request's JSON body through a schema.
 *
 * @throws {HttpError} 400 that says which field does not fit, or that it is nested without end.
 */
export async function readJson<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  const body: unknown = await c.req.json().catch((cause: unknown) => {
    throw new HttpError(400, "badRequestError", "The body is not JSON", { cause });
  });
  return check(shallow(body), schema);
}

function shallow(value: unknown): unknown {
  if (!isDeeperThan(value, mostDepth + envelopeDepth)) return value;
  throw new HttpError(400, "validationError", `JSON is nested ${mostDepth} levels deep at most`);
}

/** @throws {HttpError} 400 that says which field does not fit. */
export function check<S extends z.ZodType>(value: unknown, schema: S): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = z.prettifyError({ issues: parsed.error.issues.flatMap(explained) });
  const text = issues.replaceAll("\n", " ");
  throw new HttpError(400, "validationError", `The request does not fit: ${text}`);
}

const depthOf = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map(({ path }) => path.length));

/** Of the forms that something may have, tell about the one that it comes nearest to. */
function explained(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const [nearest] = issue.errors.toSorted((left, right) => depthOf(right) - depthOf(left));
  if (!nearest || depthOf(nearest) < 2) return [issue];
  return nearest.flatMap((inner) => explained({ ...inner, path: [...issue.path, ...inner.path] }));
}

/**
 * Read GROQ parameters: `$name=<JSON>` in a query string.
 *
 * @throws {HttpError} 400 when a value is not JSON.
 */
export function readParams(query: Record<string, string>): Record<string, unknown> {
  const entries = Object.entries(query).filter(([name]) => name.startsWith("$"));
  return Object.fromEntries(entries.map(([name, text]) => [name.slice(1), readParam(name, text)]));
}

function readParam(name: string, text: string): unknown {
  try {
    return shallow(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof HttpError) throw cause;
    throw new HttpError(400, "badRequestError", `The parameter ${name} is not JSON`, { cause });
  }
}
