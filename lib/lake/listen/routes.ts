import { randomUUID } from "node:crypto";

import { Hono } from "hono";
import { z } from "zod";

import type { LakeEnv } from "#lake/auth/identity.ts";
import { isPrivateId } from "#lake/document.ts";
import { describeError, HttpError } from "#lake/errors.ts";
import type { Lake } from "#lake/lake.ts";
import { check, readJson, readParams } from "#lake/read-json.ts";
import { requireDataset } from "#lake/require-dataset.ts";

import { formatServerSentEvent, streamResponse } from "./event-stream.ts";
import { ListenHub, type ListenRequest } from "./hub.ts";
import { Multiplexer } from "./multiplexer.ts";
import {
  isHeard,
  type StreamEvent,
  type ListenOptions,
  listenOptionsSchema,
} from "./mutation-event.ts";
import { latestSequence, listCommitsSince, type PastCommit, rebuildCommits } from "./resume.ts";

const multiplexSchema = z.object({
  connection: z.string(),
  subscribe: z
    .array(
      z.object({
        id: z.string(),
        dataset: z.string(),
        query: z.string(),
        params: z.record(z.string(), z.unknown()).default({}),
        options: z.looseObject({ includeResult: z.boolean().default(true) }).prefault({}),
      }),
    )
    .default([]),
  unsubscribe: z.array(z.string()).default([]),
});

/** `GET /data/listen/:dataset`, and the Studio's many listeners over one connection. */
export function listenRoutes(lake: Lake): Hono<LakeEnv> {
  const hub = new ListenHub(lake);
  const multiplexer = new Multiplexer(hub);
  return new Hono<LakeEnv>()
    .get("/data/listen/:dataset", (c) => {
      const query = c.req.query();
      const request = {
        dataset: requireDataset(lake.store, c.req.param("dataset")),
        query: query["query"] ?? "",
        params: readParams(query),
        options: readOptions(query, c.req.path),
        identity: c.get("identity"),
      };
      return listenResponse(lake, hub, request, c.req.header("last-event-id"));
    })
    .get("/lake/multiplex", (c) =>
      streamResponse("application/x-ndjson", "\n", (write) =>
        multiplexer.connect(c.get("identity"), write),
      ),
    )
    .post("/lake/multiplex", async (c) => {
      const { connection, subscribe, unsubscribe } = await readJson(c, multiplexSchema);
      if (!multiplexer.has(connection, c.get("identity"))) {
        // Its listeners have gone with it.
        if (subscribe.length === 0) return c.json({ ok: true });
        throw new HttpError(410, "connectionGoneError", "Open a new multiplex connection");
      }
      for (const id of unsubscribe) multiplexer.unsubscribe(connection, id);
      for (const { id, options, ...rest } of subscribe) {
        const dataset = requireDataset(lake.store, rest.dataset);
        const request = { ...rest, dataset, options: readOptions(options, c.req.path) };
        multiplexer.subscribe(connection, id, request);
      }
      return c.json({ ok: true });
    });
}

/** Since API version 2025-02-19 drafts and versions are told on demand only. */
function readOptions(given: unknown, path: string): ListenOptions {
  const options = check(given, listenOptionsSchema);
  const version = /\/v([\dX][\dX-]*)\//.exec(path)?.[1] ?? "1";
  const isLate = version === "X" || version >= "2025-02-19";
  return { ...options, includeAllVersions: options.includeAllVersions ?? !isLate };
}

function listenResponse(
  lake: Lake,
  hub: ListenHub,
  request: ListenRequest,
  lastId: string | undefined,
): Response {
  const mayResume = request.options.enableResume && lastId !== undefined;
  const missed = mayResume ? listMissed(lake, request, Number(lastId)) : null;
  const welcome: StreamEvent = {
    type: mayResume ? (missed ? "welcomeback" : "reset") : "welcome",
    id: String(latestSequence(lake.store)),
    text: JSON.stringify({ listenerName: randomUUID() }),
  };
  return streamResponse("text/event-stream", ": keep-alive\n\n", (write) => {
    const send = (event: StreamEvent) => write(formatServerSentEvent(event));
    if (!missed) {
      const stop = hub.subscribe(request, send);
      send(welcome);
      return stop;
    }
    return resume({ lake, hub, request, missed, welcome, send });
  });
}

/** What cannot be heard anyway need not be rebuilt: a stranger must not set us to work on drafts. */
function mayConcern(id: string, { identity, options }: ListenRequest): boolean {
  return isHeard(id, options) && !(identity === null && isPrivateId(id));
}

/** So long may a stranger's line be cut: older words may have been taken back since, and are not for everybody. */
const shortWhileMs = 5 * 60_000;

function listMissed(
  { store }: Lake,
  { dataset, identity }: ListenRequest,
  since: number,
): PastCommit[] | null {
  const commits = listCommitsSince(store, dataset, since);
  const [oldest] = commits ?? [];
  const isLongAgo = oldest && Date.now() - Date.parse(oldest.timestamp) > shortWhileMs;
  return identity === null && isLongAgo ? null : commits;
}

type Resumption = {
  lake: Lake;
  hub: ListenHub;
  request: ListenRequest;
  missed: readonly PastCommit[];
  welcome: StreamEvent;
  send: (event: StreamEvent) => void;
};

/** Tell what was missed first; what happens meanwhile waits. */
function resume({ lake, hub, request, missed, welcome, send }: Resumption): () => void {
  const waiting: StreamEvent[] = [];
  let isCaughtUp = false;
  const stop = hub.subscribe(request, (event) => {
    if (isCaughtUp) send(event);
    else waiting.push(event);
  });
  const catchUp = async () => {
    const audible = missed.map((commit) => ({
      ...commit,
      changes: commit.changes.filter(({ id }) => mayConcern(id, request)),
    }));
    for await (const commit of rebuildCommits(lake.store, audible))
      await hub.replay(request, commit, send);
    send(welcome);
    for (const event of waiting) send(event);
    isCaughtUp = true;
  };
  catchUp().catch((error: unknown) => {
    lake.log.error("A listener could not resume", { error });
    stop();
    send({ type: "channelError", text: JSON.stringify(describeError(error).body) });
  });
  return stop;
}
