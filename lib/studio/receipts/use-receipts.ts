import { useLiveAnswer } from "@/lib/studio/use-live-answer";

import { type Receipt, receiptsQuery, receiptsSchema } from "./receipt";

const parse = (answer: unknown): readonly Receipt[] => receiptsSchema.parse(answer);

/** The publish receipts of a document as they come in, newest first; `null` until they are read. */
export function useReceipts(document: string): readonly Receipt[] | null {
  return useLiveAnswer({
    query: receiptsQuery,
    changes: `*[_type == "publishEvent" && document == $document]`,
    params: { document },
    perspective: "raw",
    parse,
  });
}
