import type { SanityClient } from "@sanity/client";
import { auditTime, defer, map, type Observable, retry, startWith, switchMap, timer } from "rxjs";

/** A publish writes its receipt in three steps within a moment; one look for all of them is enough. */
const gather = 60;
const firstRetry = 500;
const slowestRetry = 15_000;

export type Question<T> = {
  query: string;
  /** Which documents change the answer: a filter, with the same parameters. */
  changes: string;
  params?: Record<string, unknown>;
  perspective: "raw" | "published";
  parse: (answer: unknown) => T;
};

/**
 * Ask, and ask again when something has changed or may have: a welcome follows every interruption.
 *
 * A question that fails is asked again until it is answered, so nobody takes "could not be read" for
 * "there is none". An answer that was overtaken is not handed on.
 */
export function liveAnswer<T>(client: SanityClient, question: Question<T>): Observable<T> {
  const { query, changes, params = {}, perspective, parse } = question;
  const ask = defer(() => client.observable.fetch<unknown>(query, params, { perspective }));
  return client
    .listen(changes, params, {
      visibility: "query",
      includeResult: false,
      events: ["welcome", "mutation"],
    })
    .pipe(
      startWith(null),
      auditTime(gather),
      switchMap(() => ask.pipe(map(parse), retry({ delay: later }))),
      retry({ delay: later }),
    );
}

const later = (_error: unknown, count: number) =>
  timer(Math.min(firstRetry * 2 ** (count - 1), slowestRetry));
