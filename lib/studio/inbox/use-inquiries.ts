import { useEffect, useState } from "react";
import { useClient } from "sanity";

import { type Inquiry, parseInquiries } from "./inquiries";

const query = `*[_type == "inquiry"] | order(_createdAt desc)`;

/** Every message there is, newest first, kept up to date; `null` until the first answer. */
export function useInquiries(): Inquiry[] | null {
  const client = useClient({ apiVersion: "2025-02-19" });
  const [inquiries, setInquiries] = useState<Inquiry[] | null>(null);
  useEffect(() => {
    const load = () =>
      client
        .fetch<unknown>(query, {}, { perspective: "raw" })
        .then((found) => setInquiries(parseInquiries(found)));
    const take = (id: string, result: unknown) => {
      const changed = parseInquiries(result === undefined ? [] : [result]);
      setInquiries((known) => newestFirst([...(known ?? []).filter(isNot(id)), ...changed]));
    };
    // A welcome follows every interruption as well, during which anything may have been missed.
    const changes = client
      .listen(
        `*[_type == "inquiry"]`,
        {},
        { visibility: "query", includeResult: true, events: ["welcome", "mutation"] },
      )
      .subscribe((event) => {
        if (event.type === "welcome") void load();
        if (event.type === "mutation") take(event.documentId, event.result);
      });
    return () => changes.unsubscribe();
  }, [client]);
  return inquiries;
}

const isNot =
  (id: string) =>
  ({ _id }: Inquiry) =>
    _id !== id;

function newestFirst(inquiries: readonly Inquiry[]): Inquiry[] {
  return inquiries.toSorted((a, b) => b._createdAt.localeCompare(a._createdAt));
}
