import { Hono } from "hono";
import { z } from "zod";

import { type LakeEnv, requirePermission } from "#lake/auth/identity.ts";
import { HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import { check } from "#lake/read-json.ts";
import {
  type Snapshot,
  type SnapshotRow,
  listDatasets,
  openSnapshot,
  readRows,
} from "#lake/transfer/snapshot.ts";

const chunkRows = 200;
const pageRows = 2000;
const longest = 30 * 60 * 1000;
const mostAtOnce = 4;

const querySchema = z.object({
  types: z
    .string()
    .transform((text) => text.split(",").filter((type) => type !== ""))
    .pipe(z.array(z.string()).min(1).max(200))
    .optional(),
  nextCursor: z
    .string()
    .regex(/^\d{0,15}$/, "a cursor of ours")
    .optional(),
});

/**
 * `GET /data/export/:dataset`: all documents, a line of JSON each, drafts and assets' documents too.
 *
 * With `nextCursor` (empty at first) it answers 2,000 documents at a time; the last line then tells
 * where to go on, as `@sanity/export` expects. Without it, the stream is the dataset at one moment.
 */
export function exportRoutes(lake: Lake): Hono<LakeEnv> {
  let running = 0;
  return new Hono<LakeEnv>().get("/data/export/:dataset", (c) => {
    requirePermission(c.get("identity"), "read");
    const dataset = c.req.param("dataset");
    if (!lake.store.hasDataset(dataset)) {
      throw new HttpError(404, "datasetNotFoundError", `Dataset "${dataset}" not found`);
    }
    const { types, nextCursor } = check(c.req.query(), querySchema);
    const headers = { "content-type": "application/x-ndjson", "cache-control": "no-store" };
    if (nextCursor !== undefined) {
      return new Response(readPage(lake, { dataset, types, after: Number(nextCursor) }), {
        headers,
      });
    }
    if (running >= mostAtOnce) {
      throw new HttpError(503, "overloaded", "Too many exports run; try again when one has ended");
    }
    running += 1;
    const snapshot = openOwnSnapshot(lake);
    const stream = streamSnapshot(snapshot, { dataset, types }, () => {
      running -= 1;
    });
    return new Response(stream, { headers });
  });
}

type Part = { dataset: string; types: readonly string[] | undefined };

function readPage({ store }: Lake, part: Part & { after: number }): string {
  const rows = readRows(store.db, { ...part, limit: pageRows });
  const last = rows.at(-1);
  const next =
    last && rows.length === pageRows
      ? `${JSON.stringify({ nextCursor: String(last.sequence) })}\n`
      : "";
  return toLines(rows) + next;
}

/** A lake in memory has one connection only; there the export is of no single moment. */
function openOwnSnapshot({ settings, store }: Lake): Snapshot {
  if (settings.dataDir !== ":memory:") return openSnapshot(settings.dataDir);
  return {
    read: (part) => readRows(store.db, part),
    listDatasets: () => listDatasets(store.db),
    close: () => undefined,
  };
}

function streamSnapshot(
  snapshot: Snapshot,
  part: Part,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after = 0;
  let timer: NodeJS.Timeout | null = null;
  const end = () => {
    if (!timer) return;
    clearTimeout(timer);
    timer = null;
    snapshot.close();
    onEnd();
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      timer = setTimeout(() => {
        end();
        controller.error(new Error("The export took too long"));
      }, longest);
      timer.unref();
    },
    pull(controller) {
      const rows = snapshot.read({ ...part, after, limit: chunkRows });
      after = rows.at(-1)?.sequence ?? after;
      if (rows.length > 0) controller.enqueue(encoder.encode(toLines(rows)));
      if (rows.length === chunkRows) return;
      end();
      controller.close();
    },
    cancel: end,
  });
}

function toLines(rows: readonly SnapshotRow[]): string {
  return rows.map(({ body }) => `${body}\n`).join("");
}
