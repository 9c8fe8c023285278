import { useEffect, useState } from "react";
import { useClient } from "sanity";

import { type Receipt, receiptsQuery, receiptsSchema } from "./receipt";

/** Receipts come in three steps within a moment; one look for all of them is enough. */
const gather = 60;

/** The publish receipts of a document as they come in, newest first; `null` until they are read. */
export function useReceipts(document: string): readonly Receipt[] | null {
  const client = useClient({ apiVersion: "2025-02-19" });
  const [receipts, setReceipts] = useState<readonly Receipt[] | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async () => {
      const found: unknown = await client.fetch(
        receiptsQuery,
        { document },
        { perspective: "raw" },
      );
      setReceipts(receiptsSchema.parse(found));
    };
    const loadSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void load().catch(ignore), gather);
    };
    loadSoon();
    const changes = client
      .listen(
        `*[_type == "publishEvent" && document == $document]`,
        { document },
        { visibility: "query", includeResult: false },
      )
      .subscribe(loadSoon);
    return () => {
      clearTimeout(timer);
      changes.unsubscribe();
    };
  }, [client, document]);
  return receipts;
}

/** A receipt that cannot be read now is read with the next change; nothing of the editor's work hangs on it. */
function ignore(): void {}
