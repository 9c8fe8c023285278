import { Hono } from "hono";

import { isStillKnown } from "#lake/auth/identify.ts";
import { type LakeEnv, requireIdentity } from "#lake/auth/identity.ts";
import { isPrivateId } from "#lake/document.ts";
import type { Lake } from "#lake/lake.ts";
import { isHiddenFrom, requireDataset } from "#lake/require-dataset.ts";

import { formatServerSentEvent, streamResponse } from "./event-stream.ts";
import { latestSequence, listCommitsSince } from "./resume.ts";
import { listSyncTags, type Touched } from "./sync-tags.ts";

type Told = { dataset: string; changes: readonly (Touched & { sequence: number })[] };

/** `GET /data/live/events/:dataset`: which answers are out of date, by their sync tags. */
export function liveRoutes({ store, access }: Lake): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get("/data/live/events/:dataset", (c) => {
    const dataset = requireDataset(store, c.req.param("dataset"));
    const includeDrafts = c.req.query("includeDrafts") === "true";
    const identity = c.get("identity");
    if (includeDrafts) requireIdentity(identity);
    const lastId = c.req.header("last-event-id");
    return streamResponse("text/event-stream", ": keep-alive\n\n", (write) => {
      const send = (commit: Told) => {
        const message = describe(commit, includeDrafts);
        if (message) write(message);
      };
      const id = String(latestSequence(store));
      const missed = lastId ? listCommitsSince(store, dataset, Number(lastId)) : [];
      write(formatServerSentEvent({ type: "welcome", id, text: JSON.stringify({ id }) }));
      if (missed) for (const commit of missed) send(commit);
      else write(formatServerSentEvent({ type: "restart", id, text: JSON.stringify({ id }) }));
      return store.onCommit((commit) => {
        const isForEyes = !isHiddenFrom(store, dataset, identity) && isStillKnown(identity, access);
        if (commit.dataset === dataset && isForEyes) send(commit);
      });
    });
  });
}

/** Drafts and private documents change no answer that a stranger can have. */
function describe(commit: Told, includeDrafts: boolean): string | null {
  const changes = commit.changes.filter(({ id }) => includeDrafts || !isPrivateId(id));
  const last = changes.at(-1);
  if (!last) return null;
  const tags = [...new Set(changes.flatMap((change) => listSyncTags(commit.dataset, change)))];
  const id = String(last.sequence);
  return formatServerSentEvent({ type: "message", id, text: JSON.stringify({ id, tags }) });
}
