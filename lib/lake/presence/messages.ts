import { z } from "zod";

const session = z.string().min(1).max(200);
const id = z.union([z.string().max(100), z.number()]);
const call = <M extends string, P extends z.ZodType>(method: M, params: P) =>
  z.object({ jsonrpc: z.literal("2.0"), id, method: z.literal(method), params });

const messageSchema = z.discriminatedUnion("method", [
  call("authorization", z.object({ authorization: z.string().max(500) })),
  call("presence_subscribe", z.looseObject({}).optional()),
  call("presence_unsubscribe", z.looseObject({}).optional()),
  call("presence_rollcall", z.object({ session })),
  call("presence_announce", z.object({ data: z.looseObject({ sessionId: session }) })),
  call("presence_disconnect", z.object({ session })),
]);

/** What the Studio's client says over the socket: JSON-RPC 2.0. */
export type Message = z.infer<typeof messageSchema>;

/** Read one message; what is none of ours answers the error to send back. */
export function parseMessage(text: string): { message: Message } | { refusal: string } {
  const json = z.string().transform(toJson).safeParse(text);
  const parsed = messageSchema.safeParse(json.data);
  if (parsed.success) return { message: parsed.data };
  const asked = z.object({ id, method: z.string() }).safeParse(json.data);
  const error = asked.success
    ? { code: -32_601, message: `There is no such method, or its params do not fit` }
    : { code: -32_700, message: "This is no JSON-RPC" };
  return { refusal: JSON.stringify({ jsonrpc: "2.0", id: asked.data?.id ?? null, error }) };
}

function toJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "is not JSON" });
    return z.NEVER;
  }
}
