import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { describeError } from "../../lib/lake/errors.ts";
import { Store } from "../../lib/lake/store.ts";

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lake-store-"));
  store = new Store(folder);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (key: string, value = "x") =>
  store.write(() => {
    store.prepare("insert into lake(key, value) values(?, ?)").run(key, value);
    return key;
  });
const keys = () =>
  store
    .prepare("select key from lake where key <> 'datasetId' order by key")
    .all()
    .map((row) => row["key"]);

describe("write", () => {
  it("answers each job with its own result, and takes nobody along with a refused one", async () => {
    const refused = store.write(() => {
      store.prepare("insert into lake(key, value) values('lost', 'x')").run();
      throw new Error("refused");
    });
    const results = await Promise.allSettled([put("a"), refused, put("b")]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(keys()).toEqual(["a", "b"]);
  });

  it("puts jobs that wait together into one commit", async () => {
    let commits = 0;
    const exec = store.db.exec.bind(store.db);
    store.db.exec = (sql: string) => {
      if (sql === "commit") commits += 1;
      exec(sql);
    };
    await Promise.all(Array.from({ length: 50 }, (_unused, n) => put(`k${n}`)));
    expect(commits).toBeLessThan(5);
    expect(keys()).toHaveLength(50);
  });

  it("lets nobody write between a look and the write that depends on it", async () => {
    const count = () => Number(store.prepare("select count(*) as n from lake").get()?.["n"]);
    const looking = store.writeAfter(
      async () => {
        const seen = count();
        await new Promise((resolve) => setTimeout(resolve, 30));
        return seen;
      },
      (seen) => ({ seen, now: count() }),
    );
    const others = Promise.all([put("a"), put("b")]);
    const { seen, now } = await looking;
    await others;
    expect(now).toBe(seen);
    expect(keys()).toEqual(["a", "b"]);
  });

  it("says that the disk is full, keeps what was there, and goes on once there is room", async () => {
    await put("before");
    const pages = Number(store.db.prepare("pragma page_count").get()?.["page_count"]);
    store.db.exec(`pragma max_page_count = ${pages}`);
    const batch = await Promise.allSettled([put("small"), put("big", "x".repeat(1e6))]);
    const failure = batch.find((result) => result.status === "rejected");
    expect(describeError(failure?.reason)).toMatchObject({ status: 507 });
    expect(keys()).not.toContain("big");
    store.db.exec("pragma max_page_count = 1000000");
    await put("after");
    expect(keys()).toEqual(expect.arrayContaining(["before", "after"]));
  });
});

describe("onCommit", () => {
  it("tells of changes after they can be read by others, in order, and of no refused one", async () => {
    const heard: string[] = [];
    const reader = new Store(folder);
    const stop = store.onCommit(({ transactionId }) => {
      const seen = reader.prepare("select value from lake where key = ?").get(transactionId);
      heard.push(`${transactionId} ${String(seen?.["value"])}`);
    });
    const job = (id: string, fails = false) =>
      store.write((emit) => {
        store.prepare("insert into lake(key, value) values(?, 'seen')").run(id);
        emit({ dataset: "d", transactionId: id, timestamp: "", author: "", changes: [] });
        if (fails) throw new Error("refused");
      });
    await Promise.allSettled([job("t1"), job("t2", true), job("t3")]);
    stop();
    await job("t4");
    expect(heard).toEqual(["t1 seen", "t3 seen"]);
    await reader.close();
  });
});

describe("now", () => {
  it("never goes back", () => {
    const times = Array.from({ length: 100 }, () => store.now());
    expect(times).toEqual(times.toSorted());
  });
});
