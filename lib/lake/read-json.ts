import type { Context } from "hono";
import { z } from "zod";

import { HttpError } from "./errors.ts";

/**
 * Read a request's JSON body through a schema.
 *
 * @throws {HttpError} 400 that says which field does not fit.
 */
export async function readJson<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  const body: unknown = await c.req.json().catch((cause: unknown) => {
    throw new HttpError(400, "badRequestError", "The body is not JSON", { cause });
  });
  return check(body, schema);
}

/** @throws {HttpError} 400 that says which field does not fit. */
export function check<S extends z.ZodType>(value: unknown, schema: S): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = z.prettifyError(parsed.error).replaceAll("\n", " ");
  throw new HttpError(400, "validationError", `The request does not fit: ${issues}`);
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
    return JSON.parse(text);
  } catch (cause) {
    throw new HttpError(400, "badRequestError", `The parameter ${name} is not JSON`, { cause });
  }
}
