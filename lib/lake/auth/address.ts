import type { Context } from "hono";
import { z } from "zod";

const socketSchema = z.object({
  incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }),
});

/**
 * The address a request came from.
 *
 * The lake listens on loopback, so whoever speaks to it is the front door or on this machine: the last
 * entry of `x-forwarded-for` is the front door's own and is believed, earlier ones are the visitor's claim.
 */
export function getClientAddress(c: Context): string {
  const forwarded = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  if (forwarded) return forwarded;
  const env = socketSchema.safeParse(c.env);
  return env.success ? env.data.incoming.socket.remoteAddress : "local";
}
