import type { ExprNode } from "groq-js";

import { evaluate } from "./compile.ts";
import type { Runtime } from "./expression.ts";
import { createMemorySource } from "./source.ts";
import type { Document } from "./values.ts";

/** Tell whether a query finds anything where one document is all there is. */
export function holdsFor(
  tree: ExprNode,
  document: Document,
  known: Omit<Runtime, "source">,
): boolean {
  const result = evaluate(tree, { ...known, source: createMemorySource([document]) });
  return Array.isArray(result) ? result.length > 0 : Boolean(result);
}
