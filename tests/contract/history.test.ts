import type { SanityClient } from "@sanity/client";
import { applyPatch } from "mendoza";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, startLakeProcess } from "./lake-process.ts";

let lake: LakeProcess;
let client: SanityClient;

beforeAll(async () => {
  lake = await startLakeProcess();
  client = lake.client();
});
afterAll(() => lake.remove());

type Line = {
  id: string;
  timestamp: string;
  author: string;
  documentIDs: string[];
  mutations?: unknown[];
  effects: Record<string, { apply: unknown[]; revert: unknown[] }>;
};

const ask = (path: string): Promise<Record<string, unknown>> =>
  client.request({ url: `/data/history/production/${path}` });
const transactions = async (ids: string, query = ""): Promise<Line[]> => {
  const url = `/data/history/production/transactions/${ids}?effectFormat=mendoza&${query}`;
  const text = String(await client.request({ url }));
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
};
const withoutRev = (document: object | null | undefined) => {
  if (!document) return null;
  const { _rev, ...rest } = document as { _rev?: string };
  return rest;
};

const types = async (id: string, query = "") => {
  const { events } = (await ask(`events/documents/${id}?${query}`)) as {
    events: Record<string, { type: string; versionRevisionId?: string; revisionId?: string }[]>;
  };
  return events[id] ?? [];
};
const edit = (patch: object) =>
  client.action({
    actionType: "sanity.action.document.edit",
    publishedId: "ev",
    draftId: "drafts.ev",
    patch,
  });
const publish = () =>
  client.action({
    actionType: "sanity.action.document.publish",
    publishedId: "ev",
    draftId: "drafts.ev",
  });

describe("the transactions of a document", () => {
  const states: (object | null)[] = [];

  beforeAll(async () => {
    const tag = { _type: "reference", _ref: "none", _weak: true };
    states.push(await client.create({ _id: "h1", _type: "note", list: [{ _key: "a", n: 1 }] }));
    states.push(await client.patch("h1").set({ title: "标题", 'list[_key=="a"].n': 2 }).commit());
    states.push(await client.patch("h1").unset(["title"]).commit());
    states.push(await client.createOrReplace({ _id: "h1", _type: "note", tag }));
    await client.delete("h1");
    states.push(null);
    states.push(await client.create({ _id: "h1", _type: "note", again: true }));
  });

  it("lead from each of its states to the next, and back", async () => {
    const lines = await transactions("h1");
    expect(lines).toHaveLength(6);
    let forward: unknown = null;
    for (const [index, { effects }] of lines.entries()) {
      const before = forward;
      forward = applyPatch(forward, effects["h1"]?.apply ?? []);
      expect(forward).toEqual(withoutRev(states[index]));
      expect(applyPatch(forward, effects["h1"]?.revert ?? [])).toEqual(before);
    }
  });

  it("can be had from the end, between two, and without what they did", async () => {
    const lines = await transactions("h1");
    const ids = lines.map(({ id }) => id);
    const reversed = await transactions("h1", "reverse=true&limit=2");
    expect(reversed.map(({ id }) => id)).toEqual([ids[5], ids[4]]);
    const before = await transactions("h1", `reverse=true&toTransaction=${ids[3]}`);
    expect(before.map(({ id }) => id)).toEqual(ids.slice(0, 4).toReversed());
    const after = await transactions("h1", `fromTransaction=${ids[3]}`);
    expect(after.map(({ id }) => id)).toEqual(ids.slice(3));
    expect(lines[1]?.mutations).toMatchObject([{ patch: { set: { title: "标题" } } }]);
    expect(lines[0]?.mutations).toMatchObject([{ create: { list: [{ _key: "a", n: 1 }] } }]);
    expect((await transactions("h1", "excludeMutations=true"))[0]).not.toHaveProperty("mutations");
  });

  it("tell the document at every revision and time", async () => {
    const lines = await transactions("h1");
    for (const [index, { id, timestamp }] of lines.entries()) {
      const expected = states[index] ? [states[index]] : [];
      expect(await ask(`documents/h1?revision=${id}`)).toEqual({ documents: expected });
      // Two changes in one millisecond: the later one is what was at that time.
      const later = lines.findLastIndex((line) => line.timestamp === timestamp);
      const then = states[later] ? [states[later]] : [];
      expect(await ask(`documents/h1?time=${timestamp}`)).toEqual({ documents: then });
    }
    expect(await ask("documents/h1?time=2001-01-01T00:00:00Z")).toEqual({ documents: [] });
    expect(await ask("documents/h1?revision=unknown")).toEqual({ documents: [] });
  });

  it("are asked for at a moment of any zone, and at no other kind of moment", async () => {
    const [first, second] = await transactions("h1");
    const inChina = (timestamp = "") =>
      encodeURIComponent(
        new Date(Date.parse(timestamp) + 8 * 3_600_000).toISOString().replace("Z", "+08:00"),
      );
    expect(await ask(`documents/h1?time=${inChina(second?.timestamp)}`)).toEqual(
      await ask(`documents/h1?time=${second?.timestamp}`),
    );
    const until = await transactions("h1", `toTime=${inChina(first?.timestamp)}`);
    expect(until[0]?.id).toBe(first?.id);
    const earlier = new Date(Date.parse(first?.timestamp ?? "") - 1000).toISOString().slice(0, 19);
    expect(await ask(`documents/h1?time=${earlier}Z`)).toEqual({ documents: [] });
    for (const wrong of ["time=yesterday", `revision=${first?.id}&time=${first?.timestamp}`])
      await expect(ask(`documents/h1?${wrong}`)).rejects.toMatchObject({ statusCode: 400 });
  });

  it("keep the last state of a deleted document, until it is purged", async () => {
    const last = await client.create({ _id: "h2", _type: "note", n: 1 });
    await client.delete("h2");
    expect(await ask("documents/h2?lastRevision=true")).toEqual({ documents: [last] });
    await client.create({ _id: "h2", _type: "note", phone: "000" });
    await client.mutate([{ delete: { id: "h2", purge: true } }] as never);
    expect(await ask("documents/h2?lastRevision=true")).toEqual({ documents: [] });
    expect(JSON.stringify(await transactions("h2"))).not.toContain("phone");
  });

  it("are not for strangers", async () => {
    const stranger = lake.client({ token: "" });
    for (const path of ["transactions/h1", "documents/h1", "events/documents/h1"]) {
      await expect(
        stranger.request({ url: `/data/history/production/${path}` }),
      ).rejects.toMatchObject({ statusCode: 401 });
    }
  });
});

describe("the events of a document", () => {
  it("are what the History panel shows of a draft and its publishing", async () => {
    const created = await client.action({
      actionType: "sanity.action.document.create",
      publishedId: "ev",
      attributes: { _id: "drafts.ev", _type: "note", title: "一" },
      ifExists: "fail",
    });
    const edited = await edit({ set: { title: "二" } });
    const published = await publish();
    expect(await types("drafts.ev")).toMatchObject([
      {
        type: "publishDocumentVersion",
        revisionId: published.transactionId,
        versionRevisionId: edited.transactionId,
        versionId: "drafts.ev",
        documentId: "ev",
        author: "site",
      },
      { type: "createDocumentVersion", versionRevisionId: created.transactionId },
    ]);
    expect((await types("ev")).map(({ type }) => type)).toEqual(["publishDocumentVersion"]);
  });

  it("are those of the document itself, not of one whose id looks alike", async () => {
    const other = { _type: "article", title: "别的" };
    await client
      .transaction()
      .create({ _id: "a_b", _type: "article" })
      .create({ _id: "versions.r.aXb", ...other })
      .create({ _id: "versions.r.x.a_b", ...other })
      .commit();
    await client
      .transaction()
      .patch("a_b", { set: { title: "新" } })
      .delete("versions.r.aXb")
      .delete("versions.r.x.a_b")
      .commit();
    expect((await types("a_b")).map(({ type }) => type)).toEqual([
      "updateLiveDocument",
      "createLiveDocument",
    ]);
  });

  it("tell unpublishing, discarding and deleting, page by page", async () => {
    await client.action({
      actionType: "sanity.action.document.unpublish",
      publishedId: "ev",
      draftId: "drafts.ev",
    });
    await publish();
    await edit({ set: { title: "三" } });
    await client.action({ actionType: "sanity.action.document.discard", draftId: "drafts.ev" });
    await client.action({
      actionType: "sanity.action.document.delete",
      publishedId: "ev",
      includeDrafts: [],
    });
    expect((await types("drafts.ev")).map(({ type }) => type)).toEqual([
      "deleteDocumentVersion",
      "createDocumentVersion",
      "publishDocumentVersion",
      "unpublishDocument",
      "publishDocumentVersion",
      "createDocumentVersion",
    ]);
    expect((await types("ev")).map(({ type }) => type)).toEqual([
      "deleteDocumentGroup",
      "publishDocumentVersion",
      "unpublishDocument",
      "publishDocumentVersion",
    ]);
    const first = (await ask("events/documents/ev?limit=3")) as { nextCursor: string };
    expect((await types("ev", `nextCursor=${first.nextCursor}`)).map(({ type }) => type)).toEqual([
      "publishDocumentVersion",
    ]);
  });

  it("restore: the document comes back as it was at a revision", async () => {
    const { _rev } = await client.create({ _id: "back", _type: "note", body: ["甲"] });
    await client
      .patch("back")
      .set({ body: ["乙"] })
      .commit();
    const { documents } = (await ask(`documents/back?revision=${_rev}`)) as {
      documents: [{ _id: string; _type: string }];
    };
    await client.createOrReplace(documents[0]);
    expect(await client.getDocument("back")).toMatchObject({ body: ["甲"] });
  });

  it("of a release tell its life and its documents", async () => {
    await client.releases.create({ releaseId: "ev1", metadata: { releaseType: "asap" } });
    await client.action({
      actionType: "sanity.action.document.version.create",
      publishedId: "x",
      document: { _id: "versions.ev1.x", _type: "note" },
    });
    await client.releases.edit({ releaseId: "ev1", patch: { set: { "metadata.title": "节" } } });
    await client.releases.publish({ releaseId: "ev1" });
    const { events } = (await ask("events/releases/ev1")) as { events: { type: string }[] };
    expect(events.map(({ type }) => type)).toEqual([
      "publishRelease",
      "editRelease",
      "addDocumentToRelease",
      "createRelease",
    ]);
    const version = (await ask("events/documents/versions.ev1.x")) as { events: object };
    expect(version.events).toMatchObject({
      "versions.ev1.x": [
        { type: "publishDocumentVersion", releaseId: "ev1", publishCause: "release.publish" },
        { type: "createDocumentVersion", releaseId: "ev1" },
      ],
    });
  });

  it("of a version tell when its release was scheduled, and what came of it", async () => {
    const [soon, later] = ["2090-01-01T00:00:00.000Z", "2091-01-01T00:00:00.000Z"];
    const releaseId = "ev2";
    await client.releases.create({ releaseId, metadata: { releaseType: "scheduled" } });
    await client.releases.schedule({ releaseId, publishAt: soon });
    await client.releases.unschedule({ releaseId });
    const { _rev } = await client.create({ _id: "versions.ev2.x", _type: "note" });
    await client.releases.schedule({ releaseId, publishAt: soon });
    await client.releases.unschedule({ releaseId });
    await client.releases.schedule({ releaseId, publishAt: later });
    const version = { releaseId, documentId: "x", versionId: "versions.ev2.x", author: "site" };
    const type = "scheduleDocumentVersion";
    const expected = [
      { ...version, type, versionRevisionId: _rev, publishAt: later, state: "pending" },
      { ...version, type: "unscheduleDocumentVersion", versionRevisionId: _rev },
      { ...version, type, versionRevisionId: _rev, publishAt: soon, state: "unscheduled" },
      { ...version, type: "createDocumentVersion", versionRevisionId: _rev },
    ];
    expect(await types("versions.ev2.x")).toMatchObject(expected);
    expect(await types("versions.ev2.x")).toHaveLength(4);
    const first = (await ask("events/documents/versions.ev2.x?limit=2")) as { nextCursor: string };
    const rest = await types("versions.ev2.x", `limit=2&nextCursor=${first.nextCursor}`);
    expect(rest).toMatchObject(expected.slice(2));
    await client.releases.publish({ releaseId });
    expect((await types("versions.ev2.x"))[1]).toMatchObject({ type, state: "published" });
  });
});
