import { readFile } from "node:fs/promises";

import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type AssetLake, documentOf, openAssetLake } from "./asset-lake.ts";

let site: AssetLake;
beforeAll(async () => {
  site = await openAssetLake();
});
afterAll(() => site.close());

describe("a served asset", () => {
  it("is the bytes that came, for ever", async () => {
    const response = await site.get(site.uploaded.path);
    expect(Buffer.from(await response.arrayBuffer()).equals(site.photo)).toBe(true);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-length")).toBe(String(site.photo.length));
    const again = await site.get(site.uploaded.path, {
      "if-none-match": response.headers.get("etag") ?? "",
    });
    expect(again.status).toBe(304);
  });

  it.each([
    { range: "bytes=0-9", answer: "bytes 0-9", from: 0, to: 10 },
    { range: "bytes=10-", answer: "bytes 10-", from: 10, to: undefined },
    { range: "bytes=-7", answer: "bytes ", from: -7, to: undefined },
  ])("answers $range with that part", async ({ range, answer, from, to }) => {
    const response = await site.get(site.uploaded.path, { range });
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toContain(answer);
    expect(Buffer.from(await response.arrayBuffer()).equals(site.photo.subarray(from, to))).toBe(
      true,
    );
  });

  it.each([
    { range: "bytes=99999999-", status: 416 },
    { range: "bytes=5-2", status: 416 },
    { range: "bytes=-0", status: 416 },
    { range: "bytes=0-1,5-6", status: 200 },
    { range: "bytes=-", status: 200 },
    { range: "nonsense", status: 200 },
  ])("answers $range with $status", async ({ range, status }) => {
    expect((await site.get(site.uploaded.path, { range })).status).toBe(status);
  });

  it("takes the focal corner, in the format the reader understands", async () => {
    const response = await site.get(
      `${site.uploaded.path}?w=20&h=20&rect=0,0,200,200&fit=crop&crop=focalpoint&fp-x=0&fp-y=0&auto=format`,
      { accept: "image/avif,image/webp,*/*" },
    );
    expect(response.headers.get("content-type")).toBe("image/webp");
    expect(response.headers.get("vary")).toBe("accept");
    const { data, info } = await sharp(await response.arrayBuffer())
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([20, 20]);
    expect(data[0]).toBeGreaterThan(200);
  });

  it("moves where its format can, and stands still where it cannot", async () => {
    const colors = ["#f00", "#0f0", "#00f"];
    const frames = await Promise.all(
      colors.map((background) =>
        sharp({ create: { width: 40, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { path } = await documentOf(await site.upload(gif));
    const pagesOf = async (query: string) => {
      const response = await site.get(`${path}?${query}`);
      const { pages = 1, width, format } = await sharp(await response.arrayBuffer()).metadata();
      return [pages, width, format];
    };
    expect(
      await Promise.all(
        [
          "w=10",
          "w=10&fm=webp",
          "w=10&frame=1",
          "w=10&fm=jpg",
          "w=10&or=90",
          "w=10&h=5&fit=crop&crop=entropy",
        ].map(pagesOf),
      ),
    ).toEqual([
      [3, 10, "gif"],
      [3, 10, "webp"],
      [1, 10, "gif"],
      [1, 10, "jpeg"],
      [1, 10, "gif"],
      [1, 10, "gif"],
    ]);
  });

  it("turns and mirrors before it crops", async () => {
    const response = await site.get(
      `${site.uploaded.path}?rect=0,0,200,200&or=90&flip=v&w=20&h=20&fit=crop`,
    );
    const { data, info } = await sharp(await response.arrayBuffer())
      .raw()
      .toBuffer({ resolveWithObject: true });
    const red = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? 0;
    // Red is at the upper left; turned right it is at the upper right, mirrored it is at the lower right.
    expect([red(1, 1), red(18, 1), red(1, 18), red(18, 18)].map((value) => value > 150)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it.each([
    "w=8000&h=8000&fit=scale",
    "w=4000&h=4000&fit=scale&fm=avif",
    "w=1000&h=1000&fit=fill&pad=4000",
  ])("is not made as large as ?%s", async (query) => {
    expect((await site.get(`${site.uploaded.path}?${query}`)).status).toBe(400);
  });

  it("carries no camera data once it was transformed", async () => {
    const tagged = await sharp(site.photo)
      .withExif({ IFD0: { Artist: "林雅雯", Copyright: "secret place" } })
      .toBuffer();
    const asset = await documentOf(await site.upload(tagged));
    const { exif } = await sharp(
      await (await site.get(`${asset.path}?w=50`)).arrayBuffer(),
    ).metadata();
    expect(exif).toBeUndefined();
  });

  it("is saved under its own name when asked", async () => {
    const response = await site.get(`${site.uploaded.path}?dl`);
    expect(response.headers.get("content-disposition")).toBe(
      "attachment; filename=\"__.jpg\"; filename*=UTF-8''%E6%B8%AF%E5%8F%A3.jpg",
    );
  });

  it("cannot run: an SVG is in a sandbox and a page is only ever saved", async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"><script>alert(1)</script></svg>',
    );
    const image = await documentOf(await site.upload(svg));
    const shown = await site.get(image.path);
    expect(shown.headers.get("content-type")).toBe("image/svg+xml");
    expect(shown.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox$/);
    const page = await documentOf(
      await site.upload(Buffer.from("<html><script>1</script>"), "files/production?filename=a.pdf"),
    );
    const file = await site.get(page.path);
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("is gone with its document", async () => {
    const file = await documentOf(
      await site.upload(Buffer.from("%PDF-1.7 short"), "files/production?filename=x.pdf"),
    );
    expect((await site.get(file.path)).status).toBe(200);
    await site.send("/v2025-02-19/data/mutate/production", {
      method: "POST",
      headers: { ...site.tokenFor("editor"), "content-type": "application/json" },
      body: JSON.stringify({ mutations: [{ delete: { id: file._id } }] }),
    });
    expect((await site.get(file.path)).status).toBe(404);
  });

  it.each([
    "images/yiwen/production/..%2f..%2flake.db",
    "files/yiwen/production/%2e%2e",
    "images/other/production/x.png",
  ])("is not %s", async (path) => {
    expect((await site.get(path)).status).toBe(404);
  });

  it("is made once and then read from the disk", async () => {
    const before = site.lake.assets.cache.usage().pictures;
    await site.get(`${site.uploaded.path}?w=77&h=55&fit=crop`);
    await site.get(`${site.uploaded.path}?fit=crop&h=55&w=77&utm=1`);
    expect(site.lake.assets.cache.usage().pictures).toBe(before + 1);
    const bytes = await readFile(
      site.lake.assets.bytes.pathOf(site.uploaded._id.split("-")[1] ?? ""),
    );
    expect(bytes.equals(site.photo)).toBe(true);
  });
});
