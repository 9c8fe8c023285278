import type { SanityClient } from "@sanity/client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { finishReceipt, keepFailure, keepReceipt, readDelivery } from "@/lib/content/receipts";
import {
  type ArticleList,
  articlesInCategory,
  articlesQuery,
  draftArticles,
  publishedArticles,
  readArticles,
} from "@/lib/studio/articles/article-list";
import { receiptsQuery, receiptsSchema } from "@/lib/studio/receipts/receipt";
import {
  cancelSchedule,
  createSchedule,
  moveSchedule,
  readRivals,
  readSchedules,
  rivalsOf,
  rivalsQuery,
  type Schedule,
  schedulesQuery,
} from "@/lib/studio/schedules/schedule";

import { type LakeProcess, siteToken, startLakeProcess } from "./lake-process.ts";

let lake: LakeProcess;
let client: SanityClient;

beforeAll(async () => {
  lake = await startLakeProcess();
  client = lake.client();
  vi.stubEnv("LAKE_URL", lake.url);
  vi.stubEnv("SANITY_API_TOKEN", siteToken);
  vi.stubEnv("SITE_URL", "https://example.com");
});
afterAll(() => lake.remove());

const told = (document: string, key: string, time = "2026-11-25T01:00:00.000Z") =>
  readDelivery(new Headers({ "idempotency-key": key, "sanity-transaction-time": time }), {
    _id: document,
    _type: "article",
  });

const refreshed = (paths: string[]) => ({
  revalidated: true as const,
  tags: ["article:a"],
  paths,
  prefixes: [],
  all: false,
  published: [],
  gone: [],
});

const receiptsOf = async (document: string) =>
  receiptsSchema.parse(await client.fetch(receiptsQuery, { document }));

describe("the receipt of a publish", () => {
  it("holds the addresses in both scripts, and is done when the door says so, before or after", async () => {
    const paths = ["/zh-Hans/news/a", "/zh-Hant/news/a"];
    const [early, late] = [told("early", "1"), told("late", "2")];
    await finishReceipt(early.id);
    await keepReceipt(early, refreshed(paths));
    await keepReceipt(late, refreshed(paths));
    expect(await receiptsOf("late")).toMatchObject([{ state: "refreshing" }]);
    await finishReceipt(late.id);
    for (const document of ["early", "late"])
      expect(await receiptsOf(document)).toMatchObject([
        { state: "done", urls: paths.map((path) => `https://example.com${path}`) },
      ]);
  });

  it("tells what was withdrawn, and the addresses that went with it", async () => {
    const event = { _id: "gone", _type: "article", after: null } as const;
    const delivery = readDelivery(new Headers({ "idempotency-key": "4" }), event);
    const gone = ["/zh-Hans/news/gone", "/zh-Hant/news/gone"];
    await keepReceipt(delivery, { ...refreshed([...gone, "/zh-Hans"]), gone });
    await keepReceipt(told("here", "5"), refreshed(["/zh-Hans"]));
    expect(await receiptsOf("gone")).toMatchObject([
      { isWithdrawal: true, gone: gone.map((path) => `https://example.com${path}`) },
    ]);
    expect(await receiptsOf("here")).toMatchObject([{ isWithdrawal: false, gone: [] }]);
  });

  it("counts what failed, says why, and is one for all tries", async () => {
    const delivery = told("tried", "3");
    await keepFailure(delivery, new Error("The CMS did not answer"));
    await keepFailure(told("tried", "3"), new Error("The CMS did not answer in time"));
    expect(await receiptsOf("tried")).toMatchObject([
      { state: "failed", failures: 2, error: "The CMS did not answer in time" },
    ]);
    await keepReceipt(told("tried", "3"), refreshed([]));
    expect(await receiptsOf("tried")).toMatchObject([
      { state: "refreshing", failures: 2, error: null },
    ]);
  });

  it("goes when twenty newer ones are there, and no stranger sees any", async () => {
    for (let day = 10; day < 34; day += 1) {
      vi.setSystemTime(Date.UTC(2026, 9, day));
      const delivery = told("often", `day ${day}`, new Date().toISOString());
      vi.useRealTimers();
      await keepReceipt(delivery, refreshed([]));
    }
    const count = `count(*[_type == "publishEvent" && document == "often"])`;
    expect(await client.fetch(count)).toBe(20);
    expect((await receiptsOf("often")).at(-1)?.committedAt).toBe("2026-10-14T00:00:00.000Z");
    expect(await lake.client({ token: "" }).fetch(`count(*[_type == "publishEvent"])`)).toBe(0);
  });
});

const act = (actions: readonly object[]) =>
  client.request<unknown>({ uri: "/data/actions/production", method: "POST", body: { actions } });

const schedules = async () => readSchedules(await client.fetch(schedulesQuery));

const scheduleOf = async (document: string): Promise<Schedule> => {
  const found = (await schedules()).find((schedule) => schedule.document === document);
  if (found === undefined) throw new Error(`${document} is not scheduled`);
  return found;
};

const titleOf = async (id: string): Promise<unknown> => (await client.getDocument(id))?.["title"];

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

describe("a document with a moment set in the Studio", () => {
  const set = (document: string, kind: "publish" | "unpublish", publishAt: string) =>
    act(createSchedule({ releaseId: `r${document}`, document, kind, title: "题", publishAt }));

  it("leaves the drafts, is moved, and published", async () => {
    await client.create({ _id: "drafts.p1", _type: "article", title: "等着" });
    await set("p1", "publish", inMs(3600_000));
    expect(await titleOf("drafts.p1")).toBeUndefined();
    expect(await scheduleOf("p1")).toMatchObject({ kind: "publish", title: "等着", error: null });
    await act(moveSchedule(await scheduleOf("p1"), inMs(500)));
    await expect.poll(() => titleOf("p1"), { timeout: 5000 }).toBe("等着");
    expect(await schedules()).toEqual([]);
  });

  it("is called off and a draft again", async () => {
    await client.create({ _id: "drafts.p2", _type: "article", title: "从前" });
    await set("p2", "publish", inMs(3600_000));
    await act(cancelSchedule(await scheduleOf("p2"), "only"));
    expect(await titleOf("drafts.p2")).toBe("从前");
    expect(await schedules()).toEqual([]);
  });

  it.each([
    ["draft", "后来"],
    ["scheduled", "从前"],
  ] as const)(
    "is not called off over a newer draft before one of them is chosen: the %s",
    async (kept, title) => {
      const document = `chosen-${kept}`;
      await client.create({ _id: `drafts.${document}`, _type: "article", title: "从前" });
      await set(document, "publish", inMs(3600_000));
      await client.create({ _id: `drafts.${document}`, _type: "article", title: "后来" });
      const schedule = await scheduleOf(document);
      const found = await client.fetch<unknown>(rivalsQuery, rivalsOf(schedule), {
        perspective: "raw",
      });
      expect(readRivals(found)).toMatchObject({
        scheduled: { title: "从前" },
        draft: { title: "后来" },
      });
      await expect(act(cancelSchedule(schedule, "only"))).rejects.toMatchObject({
        statusCode: 409,
      });
      expect(await scheduleOf(document)).toEqual(schedule);
      await act(cancelSchedule(schedule, kept));
      expect(await titleOf(`drafts.${document}`)).toBe(title);
      expect(await schedules()).toEqual([]);
    },
  );

  it("is withdrawn although the lake slept through the moment, and stays as a draft", async () => {
    await client.create({ _id: "p3", _type: "article", title: "下线" });
    await set("p3", "unpublish", inMs(800));
    expect(await scheduleOf("p3")).toMatchObject({ kind: "unpublish", type: "article" });
    await lake.stop("SIGKILL");
    await new Promise((done) => setTimeout(done, 1200));
    await lake.restart();
    await expect.poll(() => titleOf("p3"), { timeout: 5000 }).toBeUndefined();
    expect(await titleOf("drafts.p3")).toBe("下线");
  });
});

describe("the lists of the desk", () => {
  const idsIn = async (list: ArticleList): Promise<string[]> =>
    readArticles(
      await client.fetch<unknown>(articlesQuery(list), list.params, { perspective: "raw" }),
    ).map(({ id }) => id);

  it("hold an article by everything that is stored of it", async () => {
    const category = { _type: "reference", _ref: "shelf", _weak: true };
    const article = (id: string, day: number) =>
      client.create({
        _id: id,
        _type: "article",
        title: id,
        category,
        publishedAt: `2026-10-0${day}T00:00:00Z`,
      });
    await article("out", 1);
    await article("changed", 2);
    await article("drafts.changed", 2);
    await article("drafts.unborn", 3);
    await article("drafts.timed", 4);
    await act(
      createSchedule({
        releaseId: "rtimed",
        document: "timed",
        kind: "publish",
        title: "题",
        publishAt: inMs(3600_000),
      }),
    );
    const ours = (ids: string[]) => ids.filter((id) => /^(?:out|changed|unborn|timed)$/.test(id));
    expect(ours(await idsIn(draftArticles))).toEqual(["unborn", "changed"]);
    expect(ours(await idsIn(publishedArticles))).toEqual(["changed", "out"]);
    expect(await idsIn(articlesInCategory("shelf"))).toEqual(["timed", "unborn", "changed", "out"]);
    expect((await schedules()).map(({ document }) => document)).toEqual(["timed"]);
  });
});
