import { publishedId, releaseDocumentId } from "#lake/document.ts";
import type { Store } from "#lake/store.ts";

import { getDocumentAt } from "./revisions.ts";

type ReleaseEvent = { type: string; timestamp: string; author: string; [detail: string]: unknown };

const typeOfState: Record<string, string> = {
  "active>scheduled": "scheduleRelease",
  "scheduled>active": "unscheduleRelease",
  "active>archived": "archiveRelease",
  "archived>active": "unarchiveRelease",
  "active>published": "publishRelease",
  "scheduled>published": "publishRelease",
};

/** List what happened to a release and which documents came and went, newest first. */
export function listReleaseEvents(
  store: Store,
  dataset: string,
  releaseId: string,
): ReleaseEvent[] {
  const own = releaseDocumentId(releaseId);
  const rows = store
    .prepare(
      `select r.seq, r.document_id, r.previous_rev, r.rev, t.timestamp, t.author, t.id
       from revisions r join transactions t on t.seq = r.transaction_seq
       where r.dataset = ? and (r.document_id = ? or (r.document_id >= ? and r.document_id < ?))
       order by r.seq desc limit 500`,
    )
    .all(dataset, own, `versions.${releaseId}.`, `versions.${releaseId}.\u{10FFFF}`);
  const ends = new Set(rows.filter((row) => row["document_id"] === own).map((row) => row["id"]));
  return rows.flatMap((row) => {
    // Publishing and archiving take every version away; that is told once.
    if (row["rev"] === null && row["document_id"] !== own && ends.has(row["id"])) return [];
    const base = {
      releaseName: releaseId,
      timestamp: String(row["timestamp"]),
      author: String(row["author"]),
    };
    const detail = tell(store, dataset, releaseId, row);
    return detail ? [{ ...base, ...detail }] : [];
  });
}

function tell(
  store: Store,
  dataset: string,
  releaseId: string,
  row: Record<string, unknown>,
): { type: string; [detail: string]: unknown } | null {
  const id = String(row["document_id"]);
  const isNew = row["previous_rev"] === null;
  const isGone = row["rev"] === null;
  const revisionId = String(row["id"]);
  if (id !== releaseDocumentId(releaseId)) {
    const common = { documentId: publishedId(id), versionId: id, revisionId };
    if (isNew) return { type: "addDocumentToRelease", ...common };
    return isGone ? { type: "discardDocumentFromRelease", ...common } : null;
  }
  if (isNew) return { type: "createRelease", change: {}, revisionId };
  if (isGone) return { type: "deleteRelease", revisionId };
  const sequence = Number(row["seq"]);
  const after = getDocumentAt(store, dataset, id, sequence);
  const before = getDocumentAt(store, dataset, id, sequence - 1);
  const type = typeOfState[`${String(before?.["state"])}>${String(after?.["state"])}`];
  const publishAt = after?.["publishAt"];
  if (type === "scheduleRelease") return { type, publishAt, revisionId };
  return { type: type ?? "editRelease", change: { metadata: after?.["metadata"] }, revisionId };
}
