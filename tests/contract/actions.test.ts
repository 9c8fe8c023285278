import type { SanityClient } from "@sanity/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, siteToken, startLakeProcess } from "./lake-process.ts";

let lake: LakeProcess;
let client: SanityClient;

beforeAll(async () => {
  lake = await startLakeProcess();
  client = lake.client();
});
afterAll(() => lake.remove());

const draftOf = (id: string, more: object = {}) =>
  client.action({
    actionType: "sanity.action.document.create",
    publishedId: id,
    attributes: { _id: `drafts.${id}`, _type: "article", title: "稿", ...more },
    ifExists: "fail",
  });
const publish = (id: string, more: object = {}) =>
  client.action({
    actionType: "sanity.action.document.publish",
    publishedId: id,
    draftId: `drafts.${id}`,
    ...more,
  });
const present = async (...ids: string[]) =>
  (await client.getDocuments(ids)).flatMap((document) => (document ? [document._id] : []));

const release = async (releaseId: string) => client.getDocument(`_.releases.${releaseId}`);
const addVersion = (releaseId: string, id: string, title: string) =>
  client.action({
    actionType: "sanity.action.document.version.create",
    publishedId: id,
    document: { _id: `versions.${releaseId}.${id}`, _type: "article", title },
  });

describe("drafts", () => {
  it("go out with publish and come back with unpublish", async () => {
    await draftOf("a1");
    const draft = await client.getDocument("drafts.a1");
    await publish("a1", { ifDraftRevisionId: draft?._rev });
    expect(await present("a1", "drafts.a1")).toEqual(["a1"]);
    expect(await client.getDocument("a1")).toMatchObject({ _createdAt: draft?._createdAt });
    await client.action({
      actionType: "sanity.action.document.unpublish",
      publishedId: "a1",
      draftId: "drafts.a1",
    });
    expect(await present("a1", "drafts.a1")).toEqual(["drafts.a1"]);
  });

  it("are made from the published document by the first edit", async () => {
    await draftOf("a2");
    await publish("a2");
    await client.action({
      actionType: "sanity.action.document.edit",
      publishedId: "a2",
      draftId: "drafts.a2",
      patch: { set: { title: "改" } },
    });
    expect(await client.getDocument("a2")).toMatchObject({ title: "稿" });
    expect(await client.getDocument("drafts.a2")).toMatchObject({ title: "改" });
    await client.action({ actionType: "sanity.action.document.discard", draftId: "drafts.a2" });
    expect(await present("a2", "drafts.a2")).toEqual(["a2"]);
  });

  it("are not published over a revision that the editor has not seen", async () => {
    await draftOf("a3");
    await expect(publish("a3", { ifDraftRevisionId: "other" })).rejects.toMatchObject({
      statusCode: 409,
    });
    expect(await present("a3", "drafts.a3")).toEqual(["drafts.a3"]);
  });

  it.each([
    { actionType: "publish", draftId: "drafts.other", publishedId: "a9" },
    { actionType: "publish", draftId: "a9", publishedId: "a9" },
    { actionType: "edit", draftId: "a9", publishedId: "a9", patch: { set: { title: "x" } } },
    { actionType: "unpublish", draftId: "drafts.other", publishedId: "a9" },
    { actionType: "discard", draftId: "a9" },
    { actionType: "delete", publishedId: "a9", includeDrafts: ["drafts.other"] },
  ])("are those of their document: $actionType $draftId", async ({ actionType, ...more }) => {
    await client.createIfNotExists({ _id: "a9", _type: "article", title: "九" });
    await client.createIfNotExists({ _id: "drafts.other", _type: "article" });
    const body = { actions: [{ actionType: `sanity.action.document.${actionType}`, ...more }] };
    const url = `${lake.url}/vX/data/actions/production`;
    const headers = { authorization: `Bearer ${siteToken}`, "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    expect(response.status).toBe(400);
    expect(await client.getDocument("a9")).toMatchObject({ title: "九" });
    expect(await present("a9", "drafts.other")).toEqual(["a9", "drafts.other"]);
  });

  it("make references strong when they go out", async () => {
    await draftOf("target");
    const link = { _type: "reference", _ref: "target", _weak: true };
    await draftOf("a4", { link: { ...link, _strengthenOnPublish: { type: "article" } } });
    await expect(publish("a4")).rejects.toMatchObject({ statusCode: 409 });
    await publish("target");
    await publish("a4");
    expect(await client.getDocument("a4")).toMatchObject({
      link: { _type: "reference", _ref: "target" },
    });
    expect((await client.getDocument("a4"))?.["link"]).not.toHaveProperty("_weak");
  });

  it("are replaced, and must be named when the document is deleted", async () => {
    await draftOf("a5");
    await client.action({
      actionType: "sanity.action.document.replaceDraft",
      publishedId: "a5",
      attributes: { _id: "drafts.a5", _type: "article", lead: "新" },
    });
    expect(await client.getDocument("drafts.a5")).not.toHaveProperty("title");
    const deletion = { actionType: "sanity.action.document.delete", publishedId: "a5" } as const;
    await expect(client.action({ ...deletion, includeDrafts: [] })).rejects.toMatchObject({
      statusCode: 400,
    });
    await addVersion("other", "a5", "版");
    await expect(
      client.action({ ...deletion, includeDrafts: ["drafts.a5"] }),
    ).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining("versions.other.a5"),
    });
    await client.action({ ...deletion, includeDrafts: ["drafts.a5", "versions.other.a5"] });
    expect(await present("a5", "drafts.a5", "versions.other.a5")).toEqual([]);
  });

  it("get keys for their array items, and are not made beside a published document", async () => {
    await draftOf("keyed", { body: [{ _type: "block" }] });
    expect(await client.getDocument("drafts.keyed")).toMatchObject({
      body: [{ _key: expect.any(String) }],
    });
    await publish("keyed");
    await expect(draftOf("keyed")).rejects.toMatchObject({ statusCode: 409 });
  });

  it("leave nothing behind when one action of several is refused", async () => {
    await expect(
      client.action([
        {
          actionType: "sanity.action.document.create",
          publishedId: "a6",
          attributes: { _id: "drafts.a6", _type: "article" },
          ifExists: "fail",
        },
        { actionType: "sanity.action.document.discard", draftId: "drafts.missing" },
      ]),
    ).rejects.toMatchObject({ statusCode: 409, details: { items: [{ index: 1 }] } });
    expect(await present("drafts.a6")).toEqual([]);
  });

  it("answers a repeated transaction id as before, and names an action it does not know", async () => {
    const once = { transactionId: "action-once" };
    const edit = {
      actionType: "sanity.action.document.create",
      publishedId: "a7",
      attributes: { _id: "drafts.a7", _type: "article" },
      ifExists: "fail",
    } as const;
    await client.action(edit, once);
    expect(await client.action(edit, once)).toEqual({ transactionId: "action-once" });
    const body = { actions: [{ actionType: "sanity.action.document.levitate" }] };
    await expect(
      client.request({ url: "/data/actions/production", method: "POST", body }),
    ).rejects.toThrow(/levitate/);
  });
});

describe("releases", () => {
  it("publish and unpublish all of their versions at once", async () => {
    await client.createOrReplace({ _id: "r-old", _type: "article", title: "旧" });
    await client.releases.create({ releaseId: "spring", metadata: { releaseType: "asap" } });
    await addVersion("spring", "r-new", "新");
    await client.unpublishVersion({ releaseId: "spring", publishedId: "r-old" });
    await client.releases.publish({ releaseId: "spring" });
    expect(await present("r-new", "r-old", "drafts.r-old", "versions.spring.r-new")).toEqual([
      "r-new",
      "drafts.r-old",
    ]);
    expect(await release("spring")).toMatchObject({
      state: "published",
      finalDocumentStates: [{ id: "versions.spring.r-new" }, { id: "versions.spring.r-old" }],
    });
    await expect(client.releases.publish({ releaseId: "spring" })).rejects.toThrow(/published/);
  });

  it("take their versions away when archived and bring them back", async () => {
    await client.releases.create({ releaseId: "summer", metadata: { releaseType: "asap" } });
    await addVersion("summer", "r-arch", "夏");
    await client.discardVersion({ releaseId: "summer", publishedId: "r-arch" });
    await addVersion("summer", "r-arch", "盛夏");
    await client.releases.archive({ releaseId: "summer" });
    expect(await present("versions.summer.r-arch")).toEqual([]);
    await client.releases.unarchive({ releaseId: "summer" });
    expect(await client.getDocument("versions.summer.r-arch")).toMatchObject({ title: "盛夏" });
    await client.releases.archive({ releaseId: "summer" });
    await client.releases.delete({ releaseId: "summer" });
    expect(await release("summer")).toBeUndefined();
  });

  it("are edited in their metadata only, and take no version once they are over", async () => {
    await client.releases.create({ releaseId: "narrow" });
    const patch = { set: { state: "published", "metadata.title": "节" } };
    await expect(client.releases.edit({ releaseId: "narrow", patch })).rejects.toMatchObject({
      statusCode: 400,
    });
    await client.releases.edit({ releaseId: "narrow", patch: { set: { "metadata.title": "节" } } });
    expect(await release("narrow")).toMatchObject({ state: "active", metadata: { title: "节" } });
    await expect(
      client.action({
        actionType: "sanity.action.document.version.replace",
        document: { _id: "plain", _type: "article" },
      }),
    ).rejects.toMatchObject({ statusCode: 400 });
    await client.releases.archive({ releaseId: "narrow" });
    await expect(addVersion("narrow", "a7", "版")).rejects.toMatchObject({ statusCode: 400 });
    expect(await present("plain", "versions.narrow.a7")).toEqual([]);
  });

  it("are published at their time, also when the lake slept through it", async () => {
    const soon = new Date(Date.now() + 1500).toISOString();
    for (const releaseId of ["awake", "asleep", "later"]) {
      await client.releases.create({ releaseId, metadata: { releaseType: "scheduled" } });
      await addVersion(releaseId, `r-${releaseId}`, releaseId);
    }
    await client.releases.schedule({ releaseId: "awake", publishAt: soon });
    const { error } = { error: expect.anything() };
    await expect.poll(() => present("r-awake"), { timeout: 5000 }).toEqual(["r-awake"]);
    expect(Date.now()).toBeGreaterThan(Date.parse(soon));
    expect(await release("awake")).toMatchObject({ state: "published" });
    expect(await release("awake")).not.toMatchObject({ error });

    const inTheNight = new Date(Date.now() + 1000).toISOString();
    // In China's own time, as everybody there writes it.
    const inChina = new Date(Date.parse(inTheNight) + 8 * 3_600_000);
    const publishAt = inChina.toISOString().replace("Z", "+08:00");
    await client.releases.schedule({ releaseId: "asleep", publishAt });
    expect(await release("asleep")).toMatchObject({ publishAt: inTheNight });
    await client.releases.schedule({ releaseId: "later", publishAt: inTheNight });
    await client.releases.unschedule({ releaseId: "later" });
    await lake.stop("SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await lake.restart();
    await expect.poll(() => present("r-asleep"), { timeout: 5000 }).toEqual(["r-asleep"]);
    expect(await release("later")).toMatchObject({ state: "active" });
    expect(await present("r-later")).toEqual([]);
  });
});
