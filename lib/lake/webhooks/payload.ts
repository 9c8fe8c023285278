import { type ExprNode, evaluate, parse } from "groq-js";

import { isDraftId, isVersionId } from "#lake/document.ts";
import { StartupError } from "#lake/errors.ts";
import type { WebhookSettings } from "#lake/settings.ts";
import type { Change, Store } from "#lake/store.ts";

/** A configured webhook with its GROQ parsed once. */
export type Hook = WebhookSettings & {
  filterTree: ExprNode | null;
  projectionTree: ExprNode | null;
};

/** @throws {StartupError} when the filter or the projection cannot be parsed. */
export function compileHook(settings: WebhookSettings): Hook {
  const filterTree = compile(settings.name, "filter", settings.filter);
  const projectionTree = compile(settings.name, "projection", settings.projection);
  return { ...settings, filterTree, projectionTree };
}

/**
 * Work out what a webhook sends for a change; null when its filter does not hold.
 *
 * Filter and projection are read in GROQ's delta mode: `before()`, `after()`, `delta::…`, with the
 * document itself at the root, as it was when it has been deleted. Drafts and versions are never
 * told, as with Sanity's webhooks by default.
 */
export async function createPayload(
  store: Store,
  projectId: string,
  hook: Hook,
  { id, before, after }: Change,
): Promise<string | null> {
  if (isDraftId(id) || isVersionId(id)) return null;
  const { dataset } = hook;
  const run = async (tree: ExprNode): Promise<unknown> => {
    const value = await evaluate(tree, {
      root: after ?? before,
      before,
      after,
      dataset: [],
      sanity: { projectId, dataset },
      dereference: ({ _ref }) => store.getDocument(dataset, _ref),
    });
    return value.get();
  };
  if (hook.filterTree && (await run(hook.filterTree)) !== true) return null;
  const payload = hook.projectionTree ? await run(hook.projectionTree) : (after ?? before);
  return JSON.stringify(payload ?? null);
}

/** What happened to the document, as the header `sanity-operation` says it. */
export function operationOf({ before, after }: Change): "create" | "update" | "delete" {
  if (!before) return "create";
  return after ? "update" : "delete";
}

function compile(name: string, part: string, source: string): ExprNode | null {
  if (source.trim() === "") return null;
  try {
    return parse(source, { mode: "delta" });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartupError(`The ${part} of the webhook "${name}" is not GROQ: ${reason}`, {
      cause,
    });
  }
}
