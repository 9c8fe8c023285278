import { createClient, type SanityClient } from "@sanity/client";
import { unstable_cache } from "next/cache";
import { z } from "zod";

import { ContentError } from "@/lib/content/content-error";
import { noteFailure } from "@/lib/content/failures";
import { draftPerspective } from "@/lib/content/preview/draft-view";
import type { DraftPerspective } from "@/lib/content/preview/release";
import { env } from "@/lib/env";

const oneDay = 86_400;
const patience = 5_000;

let reader: SanityClient | undefined;
let writer: SanityClient | undefined;

/** Which documents a question sees: what is published; drafts and what is scheduled laid over it; or each under its own id. */
type Perspective = "published" | DraftPerspective | "raw";

function connect(token: string | undefined): SanityClient {
  const { projectId, dataset, apiHost, hosted } = env().cms;
  return createClient({
    projectId,
    dataset,
    apiHost,
    useProjectHostname: hosted,
    apiVersion: "2025-02-19",
    perspective: "published",
    useCdn: false,
    maxRetries: 0,
    timeout: patience,
    ...(token === undefined ? {} : { token }),
  });
}

/** The lake shows what is public to anyone; a hosted dataset may be closed and then wants the token. */
function readingClient(): SanityClient {
  const { hosted, token } = env().cms;
  reader ??= connect(hosted ? token : undefined);
  return reader;
}

/** A client that may write: redirects of renamed articles, nothing else of the public site. */
export function writingClient(): SanityClient {
  writer ??= connect(env().cms.token);
  return writer;
}

/** A client that sees what is not published. */
export function draftClient(): SanityClient {
  return writingClient().withConfig({ perspective: "drafts" });
}

function clientFor(perspective: Perspective): SanityClient {
  return perspective === "published"
    ? readingClient()
    : writingClient().withConfig({ perspective });
}

/**
 * Give up waiting after five seconds.
 *
 * Next drops a fetch's own signal when it revalidates, so a CMS that hangs would hold the page for minutes.
 */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ContentError(`The CMS did not answer in ${patience} ms`)),
      patience,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What lies at the bottom of a failure: the client's own errors hold their whole request, which would fill the log. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  return error instanceof AggregateError ? error.errors.map(reasonOf).join(", ") : error.message;
}

export type Question<T> = {
  query: string;
  params?: Record<string, string | readonly string[]>;
  schema: z.ZodType<T>;
};

const answerSchema = z.object({ alive: z.literal(true), data: z.unknown() });

/**
 * Ask the CMS now, without a cache.
 *
 * Every question also asks for the settings document, which every site has: an answer without it comes
 * from an empty or wrong dataset and proves nothing, so that "no such article" can be believed.
 *
 * @throws {ContentError} when the CMS is silent, late, or answers what cannot be true.
 */
export async function ask<T>(
  { query, params = {}, schema }: Question<T>,
  perspective: Perspective = "published",
): Promise<T> {
  const wrapped = `{"alive": defined(*[_id == "siteSettings"][0]._id), "data": ${query}}`;
  const answer: unknown = await inTime(
    clientFor(perspective).fetch(wrapped, params, { cache: "no-store" }),
  ).catch((cause: unknown) => {
    throw new ContentError(`The CMS could not be asked: ${reasonOf(cause)}`);
  });
  const read = answerSchema.safeParse(answer);
  if (!read.success) throw new ContentError("The CMS answers, but has no siteSettings document");
  const data = schema.safeParse(read.data.data);
  if (data.success) return data.data;
  throw new ContentError(`The CMS answered in an unknown shape: ${data.error.message}`);
}

/**
 * Ask the CMS through Next's data cache, so that the page asking is regenerated when one of `tags` is.
 *
 * An editor who previews is answered past the cache, drafts included.
 *
 * Only an answer that was understood is kept. When a stale answer cannot be renewed this throws, because
 * Next would otherwise store the page anew with the old answer and take it for fresh.
 */
export async function askCached<T>(question: Question<T>, tags: readonly string[]): Promise<T> {
  const drafts = await draftPerspective();
  if (drafts !== null) return ask(question, drafts);
  let failure: unknown;
  const cached = unstable_cache(
    async () => {
      try {
        return await ask(question);
      } catch (error) {
        failure = error;
        throw error;
      }
    },
    [question.query, JSON.stringify(question.params ?? {})],
    { tags: ["content", ...tags], revalidate: oneDay },
  );
  try {
    const data = await cached();
    if (failure !== undefined) throw failure;
    return data;
  } catch (error) {
    noteFailure(tags);
    throw error;
  }
}
