import { z } from "zod";

import { StartupError } from "#lake/errors.ts";

const bodySchema = z.object({
  error: z.object({
    type: z.string(),
    description: z.string(),
    items: z.array(z.object({ error: z.object({ description: z.string() }) })).default([]),
  }),
});

/** What the lake would not do for a command; `type` is its own word for why. */
export class LakeRefusal extends StartupError {
  readonly type: string;

  constructor(type: string, description: string) {
    super(`The lake refused: ${description.replaceAll("✖ ", "")}`);
    this.type = type;
  }
}

/** Read why the lake refused; what was wrong with the first mutation says more than that there was one. */
export async function readRefusal(response: Response): Promise<LakeRefusal> {
  const text = await response.text();
  const body = bodySchema.safeParse(parseJson(text));
  if (!body.success) return new LakeRefusal("unknown", `${response.status} ${text.slice(0, 200)}`);
  const { type, description, items } = body.data.error;
  const [first, ...others] = items.map((item) => item.error.description);
  if (first === undefined) return new LakeRefusal(type, description);
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return new LakeRefusal(type, `${first}${more}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
