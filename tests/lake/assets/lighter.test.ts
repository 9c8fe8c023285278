import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { NoGainError, createLighter } from "../../../lib/lake/assets/lighter.ts";
import { createGate } from "../../../lib/lake/limits/gate.ts";
import { createLog } from "../../../lib/lake/log.ts";
import { type AssetLake, documentOf, openAssetLake } from "./asset-lake.ts";

let site: AssetLake;
beforeAll(async () => {
  site = await openAssetLake();
});
afterAll(() => site.close());

const modern = "image/avif,image/webp,image/*,*/*;q=0.8";

async function typeOf(path: string, accept: string): Promise<string | null> {
  const response = await site.get(path, { accept });
  expect(response.headers.get("vary")).toBe("accept");
  const { format } = await sharp(await response.arrayBuffer()).metadata();
  expect(`image/${format}`).toBe(response.headers.get("content-type")?.replace("avif", "heif"));
  return response.headers.get("content-type");
}

const scene = resolve(import.meta.dirname, "../../../demo/assets/valve.webp");

describe("a picture with auto=format", () => {
  it("is WebP for its first readers and AVIF for those after them who can read it", async () => {
    const { path } = await documentOf(await site.upload(await readFile(scene)));
    const address = `${path}?w=480&auto=format`;
    expect(await typeOf(address, modern)).toBe("image/webp");
    expect(await typeOf(address, modern)).toBe("image/webp");
    await vi.waitFor(async () => expect(await typeOf(address, modern)).toBe("image/avif"), 30_000);
    expect(await typeOf(address, "image/webp,*/*")).toBe("image/webp");
    expect(await typeOf(address, "image/png,*/*")).toBe("image/webp");
  });

  it("stays WebP where it moves", async () => {
    const frames = await Promise.all(
      ["#f00", "#0f0"].map((background) =>
        sharp({ create: { width: 200, height: 100, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const film = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    const { path } = await documentOf(await site.upload(film));
    const { cache, gate } = site.lake.assets;
    for (let time = 0; time < 3; time += 1)
      expect(await typeOf(`${path}?w=200&auto=format`, modern)).toBe("image/webp");
    await vi.waitFor(() => expect(gate.load()).toEqual({ running: 0, waiting: 0 }));
    const { pictures } = cache.usage();
    expect(await typeOf(`${path}?w=200&auto=format`, modern)).toBe("image/webp");
    expect(cache.usage().pictures).toBe(pictures);
  });
});

describe("pictures that nobody waits for", () => {
  const warnings: string[] = [];
  const log = createLog("warn", (line) => warnings.push(line));

  it("are made one at a time, and not again once they were no gain", async () => {
    const gate = createGate({ concurrent: 2, waiting: 10 });
    const lighter = createLighter(gate, log);
    const made: string[] = [];
    let most = 0;
    const make = (name: string, error?: Error) => async () => {
      most = Math.max(most, gate.load().running);
      await Promise.resolve();
      made.push(name);
      if (error) throw error;
    };
    lighter.offer("a", make("a"));
    lighter.offer("a", make("a"));
    lighter.offer("b", make("b", new NoGainError("larger")));
    await vi.waitFor(() => expect(made).toEqual(["a", "b"]));
    lighter.offer("b", make("b"));
    lighter.offer("c", make("c", new Error("the disk is full")));
    await vi.waitFor(() => expect(made).toEqual(["a", "b", "c"]));
    expect(most).toBe(1);
    await vi.waitFor(() => expect(warnings).toHaveLength(1));
    expect(warnings[0]).toContain("the disk is full");
  });

  it("are offered again when there was no place for them", async () => {
    const gate = createGate({ concurrent: 1, waiting: 0 });
    const lighter = createLighter(gate, log);
    let isMade = false;
    const make = async () => {
      isMade = true;
    };
    const { promise, resolve: end } = Promise.withResolvers<void>();
    const busy = gate.run(() => promise);
    lighter.offer("a", make);
    end();
    await busy;
    expect(isMade).toBe(false);
    await vi.waitFor(() => {
      lighter.offer("a", make);
      expect(isMade).toBe(true);
    });
  });
});
