import { type SanityClient, createClient as createClient7 } from "@sanity/client";
import { createClient as createClient8 } from "sanity-client-8";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, startLakeProcess } from "./lake-process.ts";

const refusal = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.then(
    () => new Error("It was not refused"),
    (reason: unknown) => reason,
  );
  expect(error).toHaveProperty("statusCode");
  return error as { statusCode: number; message: string; details: { items?: unknown[] } };
};

const to = (_ref: string, more = {}) => ({ _type: "reference", _ref, ...more });

describe.each([
  { name: "7", create: createClient7 },
  { name: "8", create: createClient8 },
])("@sanity/client $name", ({ create }) => {
  let lake: LakeProcess;
  let client: SanityClient;
  let stranger: SanityClient;

  beforeAll(async () => {
    lake = await startLakeProcess();
    const config = lake.client().config();
    client = create(config) as SanityClient;
    stranger = create({ ...config, token: "" }) as SanityClient;
  });
  afterAll(() => lake.remove());

  describe("mutations", () => {
    it("creates, patches, replaces and deletes a document", async () => {
      const created = await client.create({ _id: "m1", _type: "article", title: "开工", views: 1 });
      expect(created).toMatchObject({ _id: "m1", title: "开工", _createdAt: created._updatedAt });
      const patched = await client.patch("m1").set({ title: "竣工" }).inc({ views: 1 }).commit();
      expect(patched).toMatchObject({ title: "竣工", views: 2, _createdAt: created._createdAt });
      expect(patched._rev).not.toBe(created._rev);
      const replaced = await client.createOrReplace({ _id: "m1", _type: "article", lead: "新" });
      expect(replaced).not.toHaveProperty("title");
      const kept = await client.createIfNotExists({ _id: "m1", _type: "article", lead: "旧" });
      expect(kept).toMatchObject({ lead: "新", _rev: replaced._rev });
      expect(await client.delete("m1")).toMatchObject({ documentIds: ["m1"] });
      expect(await client.getDocument("m1")).toBeUndefined();
    });

    it("completes ids that are missing or end with a dot", async () => {
      expect((await client.create({ _type: "note" }))._id).toMatch(/^[\da-f-]{36}$/);
      expect((await client.create({ _id: "inquiry.", _type: "note" }))._id).toMatch(
        /^inquiry\.[\da-f-]{36}$/,
      );
    });

    it("refuses an id that is taken, naming it", async () => {
      await client.create({ _id: "taken", _type: "note" });
      const error = await refusal(client.create({ _id: "taken", _type: "note" }));
      expect(error).toMatchObject({ statusCode: 409 });
      expect(error.details.items).toMatchObject([
        { index: 0, error: { type: "documentAlreadyExistsError", id: "taken" } },
      ]);
    });

    it.each(["-a", ".a", "a..b", "a b", "厦门", "x".repeat(129)])(
      "refuses the id %j",
      async (id) => {
        expect(await refusal(client.create({ _id: id, _type: "note" }))).toMatchObject({
          statusCode: 400,
        });
      },
    );

    it("writes all of a transaction or nothing, and says which mutation was wrong", async () => {
      const transaction = client
        .transaction()
        .create({ _id: "t1", _type: "note" })
        .patch("t-missing", (patch) => patch.set({ a: 1 }));
      const error = await refusal(transaction.commit());
      expect(error).toMatchObject({ statusCode: 409 });
      expect(error.details.items).toMatchObject([
        { index: 1, error: { type: "documentNotFoundError", id: "t-missing" } },
      ]);
      expect(await client.getDocument("t1")).toBeUndefined();
    });

    it("lets one of two writers win by ifRevisionID", async () => {
      const { _rev } = await client.create({ _id: "rev1", _type: "note", n: 0 });
      const race = await Promise.allSettled(
        Array.from({ length: 8 }, (_unused, n) =>
          client
            .patch("rev1")
            .ifRevisionId(_rev)
            .set({ n: n + 1 })
            .commit(),
        ),
      );
      expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    it("answers a transaction id that comes again as it did first, without writing twice", async () => {
      const mutations = [
        { create: { _id: "once", _type: "note", n: 1 } },
        { patch: { id: "once", inc: { n: 1 } } },
      ];
      const options = { transactionId: "transaction-1", returnDocuments: false } as const;
      const first = await client.mutate(mutations, options);
      const second = await client.mutate(mutations, options);
      expect(second).toEqual(first);
      expect(await client.getDocument("once")).toMatchObject({ n: 2, _rev: "transaction-1" });
      const other = [{ create: { _id: "twice", _type: "note" } }];
      expect(await refusal(client.mutate(other, options))).toMatchObject({ statusCode: 409 });
      const url = "/data/mutate/production?transactionId=transaction-1&returnIds=true";
      const again = await client.request({ url, method: "POST", body: { mutations } });
      expect(again).toMatchObject({ transactionId: "transaction-1" });
      expect(await client.getDocument("once")).toMatchObject({ n: 2 });
    });

    it("refuses what it could not keep as it was sent, and what a deletion does not know", async () => {
      await client.create({ _id: "whole", _type: "note", n: 1e308 });
      const wrong = [
        { patch: { id: "whole", set: { _type: "page" } } },
        { patch: { id: "whole", inc: { n: 1e308 } } },
        { delete: { id: "whole", ifRevisionID: "none" } },
      ];
      for (const mutation of wrong)
        expect(await refusal(client.mutate([mutation] as never))).toMatchObject({
          statusCode: 400,
        });
      expect(await client.getDocument("whole")).toMatchObject({ _type: "note", n: 1e308 });
    });

    it("says what would happen on a dry run, and does nothing", async () => {
      const options = { dryRun: true, returnDocuments: true } as const;
      expect(await client.create({ _id: "dry", _type: "note" }, options)).toMatchObject({
        _id: "dry",
      });
      expect(await client.getDocument("dry")).toBeUndefined();
    });

    it("patches and deletes by query", async () => {
      const ids = ["q1", "q2", "q3"];
      await client.mutate(ids.map((_id) => ({ create: { _id, _type: "queried", n: 1 } })));
      await client
        .patch({ query: '*[_type == $type && _id != "q3"]', params: { type: "queried" } })
        .inc({ n: 1 })
        .commit({ returnFirst: false });
      expect((await client.getDocuments(ids)).map((document) => document?.["n"])).toEqual([
        2, 2, 1,
      ]);
      await client.delete({ query: '*[_type == "queried"]' });
      expect(await client.getDocuments(ids)).toEqual([null, null, null]);
    });

    it("gives array items keys on demand", async () => {
      const options = { autoGenerateArrayKeys: true };
      const list = [{ a: 1 }, { _key: "own", a: 2 }, "text"];
      const created = await client.create({ _id: "keys", _type: "note", list }, options);
      expect(created["list"]).toEqual([
        { a: 1, _key: expect.stringMatching(/^[\da-f]{12}$/) },
        { _key: "own", a: 2 },
        "text",
      ]);
    });

    it("refuses an operation it does not know by name", async () => {
      const error = await refusal(
        client.request({
          url: "/data/mutate/production",
          method: "POST",
          body: { mutations: [{ patch: { id: "keys", multiply: { a: 2 } } }] },
        }),
      );
      expect(error).toMatchObject({
        statusCode: 400,
        message: expect.stringContaining("multiply"),
      });
    });

    it("refuses a stranger", async () => {
      expect(await refusal(stranger.create({ _type: "note" }))).toMatchObject({ statusCode: 401 });
    });

    it("refuses a dataset that nobody has made", async () => {
      const elsewhere = client.withConfig({ dataset: "elsewhere" });
      expect(await refusal(elsewhere.create({ _type: "note" }))).toMatchObject({ statusCode: 404 });
      expect(await refusal(elsewhere.getDocument("x"))).toMatchObject({ statusCode: 404 });
    });
  });

  describe("references", () => {
    it("refuses to delete what is strongly referred to, naming who does", async () => {
      await client.create({ _id: "cat1", _type: "category" });
      await client.create({ _id: "ref1", _type: "article", tags: [{ _key: "a", ...to("cat1") }] });
      await client.create({ _id: "drafts.ref2", _type: "article", category: to("cat1") });
      const error = await refusal(client.delete("cat1"));
      expect(error).toMatchObject({ statusCode: 409 });
      expect(error.details.items).toMatchObject([
        { error: { id: "cat1", referringIDs: ["drafts.ref2", "ref1"] } },
      ]);
      const url = "/data/references/production/documents/cat1/to";
      expect(await client.request({ url })).toMatchObject({ totalCount: 2 });
      await client.transaction().delete("drafts.ref2").delete("ref1").delete("cat1").commit();
    });

    it("refuses a strong reference to nothing and allows a weak one", async () => {
      const strong = client.create({ _id: "ref3", _type: "article", category: to("nothing") });
      expect(await refusal(strong)).toMatchObject({ statusCode: 409 });
      await client.create({ _id: "ref4", _type: "article", c: to("nothing", { _weak: true }) });
    });

    it("allows documents that refer to each other in one transaction", async () => {
      await client
        .transaction()
        .create({ _id: "ring1", _type: "node", next: to("ring2") })
        .create({ _id: "ring2", _type: "node", next: to("ring1") })
        .commit();
      await client.transaction().delete("ring1").delete("ring2").commit();
      expect(await client.getDocuments(["ring1", "ring2"])).toEqual([null, null]);
    });
  });

  describe("documents by id", () => {
    it("answers them in the order of the request, and hides private ones from a stranger", async () => {
      await client.create({ _id: "public", _type: "note" });
      await client.create({ _id: "inquiry.1", _type: "inquiry", phone: "000" });
      const ids = ["inquiry.1", "missing", "public"];
      const ours = await client.getDocuments(ids);
      expect(ours.map((document) => document?._id ?? null)).toEqual(["inquiry.1", null, "public"]);
      const theirs = await stranger.getDocuments(ids);
      expect(theirs.map((document) => document?._id ?? null)).toEqual([null, null, "public"]);
    });
  });
});
