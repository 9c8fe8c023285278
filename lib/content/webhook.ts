import { createHmac, timingSafeEqual } from "node:crypto";

import { z } from "zod";

import { maybeText, membersOf } from "@/lib/content/lenient";
import type { Entry } from "@/lib/content/site-index";
import { publicTypes } from "@/lib/public-types";

/** How far a signature's timestamp may be from now: enough for slow retries, too little for a replay. */
const tolerance = 5 * 60_000;

/**
 * Whether a webhook's body was signed with `secret`, in Sanity's format `t=<ms>,v1=<base64url of HMAC-SHA256>`.
 *
 * The signature covers `t.body`, so neither can be changed, and an old delivery cannot be sent again.
 */
export function isSigned(
  body: string,
  header: string | null,
  secret: string,
  now: number,
): boolean {
  const [, time = "", signature = ""] =
    /^t=(\d{1,16}),v1=([\w-]+)=*$/.exec(header?.replaceAll(" ", "") ?? "") ?? [];
  if (signature === "" || Math.abs(now - Number(time)) > tolerance) return false;
  const expected = createHmac("sha256", secret).update(`${time}.${body}`).digest();
  const given = Buffer.from(signature, "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const stateSchema = z.object({
  slug: maybeText,
  category: maybeText,
  tags: membersOf(z.string(), "reference"),
  publishedAt: maybeText,
  from: maybeText,
  to: maybeText,
});

const eventSchema = z.object({
  _id: z.string(),
  _type: z.enum(publicTypes),
  before: stateSchema.nullish(),
  after: stateSchema.nullish(),
});

export type PublishEvent = z.infer<typeof eventSchema>;

/** Read a webhook's body; `null` when it is not one of ours. */
export function readEvent(body: string): PublishEvent | null {
  try {
    return eventSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

/** What a document was before the event, for a process that did not know it then. */
export function entryBefore({ _id, _type, before }: PublishEvent): Entry | null {
  if (before == null) return null;
  const publishedAt = before.publishedAt ?? new Date(0).toISOString();
  return {
    ...before,
    publishedAt,
    id: _id,
    type: _type,
    revision: "",
    createdAt: "",
    updatedAt: "",
    author: null,
    permanent: null,
    noindex: false,
    defaultScript: null,
  };
}
