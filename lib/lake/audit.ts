import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

import type { Log } from "#lake/log.ts";
import type { Commit } from "#lake/store.ts";

/** What is worth knowing afterwards: every write, every login and every change of who may do what. */
type AuditEvent =
  | {
      event: "write";
      author: string;
      dataset: string;
      transaction: string;
      documents: AuditedChange[];
    }
  | { event: "login"; login: string; address: string; outcome: "in" | "refused" | "throttled" }
  | { event: "access"; change: string; subject: string };

type AuditedChange = { id: string; change: "create" | "update" | "delete" };

/** The record of who did what, in `DATA_DIR/audit.ndjson`. */
export type Audit = {
  record(event: AuditEvent): void;
  recordCommit(commit: Commit): void;
  /** Write what waits. */
  close(): void;
};

const flushMs = 100;
const mostBytes = 64 * 1024 ** 2;
const mostIds = 100;

/**
 * Keep the record, a line of JSON an event.
 *
 * Lines are written together, at most a tenth of a second late; the history in the database is what
 * holds after a crash. At 64 MiB the file becomes `audit.1.ndjson` and a new one is begun.
 */
export function openAudit(dataDir: string, log: Log): Audit {
  const file = join(dataDir, "audit.ndjson");
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    timer = null;
    const lines = waiting;
    waiting = [];
    if (lines.length === 0 || dataDir === ":memory:") return;
    try {
      mkdirSync(dataDir, { recursive: true });
      appendFileSync(file, lines.join(""), { mode: 0o600 });
      if (statSync(file).size > mostBytes) renameSync(file, join(dataDir, "audit.1.ndjson"));
    } catch (error) {
      log.error("The audit record cannot be written", { file, error });
    }
  }

  function record(event: AuditEvent): void {
    waiting.push(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`);
    timer ??= setTimeout(flush, flushMs).unref();
  }

  return {
    record,
    recordCommit: ({ author, dataset, transactionId, changes }) =>
      record({
        event: "write",
        author,
        dataset,
        transaction: transactionId,
        documents: changes.slice(0, mostIds).map(describeChange),
      }),
    close() {
      if (timer) clearTimeout(timer);
      flush();
    },
  };
}

function describeChange({ id, before, after }: Commit["changes"][number]): AuditedChange {
  if (before && after) return { id, change: "update" };
  return { id, change: after ? "create" : "delete" };
}
