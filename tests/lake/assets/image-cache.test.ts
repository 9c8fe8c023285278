import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { openImageCache } from "../../../lib/lake/assets/image-cache.ts";
import { createLog } from "../../../lib/lake/log.ts";

const log = createLog("silent");
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "image-cache-"));
});
afterEach(() => rm(folder, { recursive: true }));

const picture = (bytes: number) => () => Promise.resolve(Buffer.alloc(bytes, 1));
const filesIn = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => name.includes(".png"));

describe("openImageCache", () => {
  it("makes a picture once, however many ask at the same time", async () => {
    const cache = await openImageCache({ folder, mostBytes: 1000, log });
    let made = 0;
    const make = async () => {
      made += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return Buffer.from("x");
    };
    const all = await Promise.all(Array.from({ length: 10 }, () => cache.make("ab.png", make)));
    expect(made).toBe(1);
    expect(new Set(all.map(({ path }) => path)).size).toBe(1);
    expect(await cache.find("ab.png")).toMatchObject({ bytes: 1 });
  });

  it("stays within its bytes by giving up what was unused for longest", async () => {
    const cache = await openImageCache({ folder, mostBytes: 250, log });
    await cache.make("aa.png", picture(100));
    await cache.make("bb.png", picture(100));
    await cache.find("aa.png");
    await cache.make("cc.png", picture(100));
    expect(await cache.find("bb.png")).toBeNull();
    expect(await cache.find("aa.png")).not.toBeNull();
    expect(cache.usage()).toEqual({ bytes: 200, pictures: 2 });
    expect((await filesIn()).toSorted()).toEqual(["aa/aa.png", "cc/cc.png"]);
  });

  it("goes on with what an earlier run left", async () => {
    const before = await openImageCache({ folder, mostBytes: 1000, log });
    await before.make("aa.png", picture(300));
    const after = await openImageCache({ folder, mostBytes: 1000, log });
    expect(after.usage()).toEqual({ bytes: 300, pictures: 1 });
    expect(await after.find("aa.png")).toMatchObject({ bytes: 300 });
  });

  it("keeps nothing of a picture that could not be made", async () => {
    const cache = await openImageCache({ folder, mostBytes: 1000, log });
    await expect(cache.make("aa.png", () => Promise.reject(new Error("broken")))).rejects.toThrow(
      "broken",
    );
    expect(await cache.find("aa.png")).toBeNull();
    expect(await cache.make("aa.png", picture(5))).toMatchObject({ bytes: 5 });
  });

  it("makes a picture again when the folder was emptied meanwhile", async () => {
    const cache = await openImageCache({ folder, mostBytes: 1000, log });
    const { path } = await cache.make("aa.png", picture(100));
    await rm(path);
    expect(await cache.find("aa.png")).toBeNull();
    expect(cache.usage()).toEqual({ bytes: 0, pictures: 0 });
    expect(await cache.make("aa.png", picture(5))).toMatchObject({ bytes: 5 });
  });
});
