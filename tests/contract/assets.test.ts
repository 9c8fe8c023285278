import { createImageUrlBuilder } from "@sanity/image-url";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type LakeProcess, startLakeProcess } from "./lake-process.ts";

let lake: LakeProcess;
beforeAll(async () => {
  lake = await startLakeProcess();
});
afterAll(() => lake.remove());

function noise(width: number, height: number) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#777",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  });
}

describe("@sanity/client", () => {
  it("uploads a picture with all it may say about it, and finds it again", async () => {
    const client = lake.client();
    const asset = await client.assets.upload("image", await noise(120, 80).png().toBuffer(), {
      filename: "码头.png",
      title: "码头",
      label: "dock",
      description: "清晨的码头",
      creditLine: "陈",
      source: { id: "7", name: "archive", url: "https://example.com/7" },
      extract: ["lqip", "palette"],
    });
    expect(asset).toMatchObject({
      _type: "sanity.imageAsset",
      originalFilename: "码头.png",
      title: "码头",
      label: "dock",
      description: "清晨的码头",
      creditLine: "陈",
      source: { id: "7", name: "archive", url: "https://example.com/7" },
      metadata: {
        dimensions: { width: 120, height: 80 },
        lqip: expect.any(String),
        palette: expect.any(Object),
      },
    });
    expect(asset.metadata).not.toHaveProperty("blurHash");
    const found = await client.fetch("*[_type == $type && sha1hash == $sha1][0]", {
      type: asset._type,
      sha1: asset.sha1hash,
    });
    expect(found).toEqual(asset);
  });

  it("uploads a file as a stream of unknown length", async () => {
    const body = new Blob(["%PDF-1.7 ", "x".repeat(300_000)]).stream();
    const response = await fetch(`${lake.url}/v2025-02-19/assets/files/production?filename=a.pdf`, {
      method: "POST",
      headers: { authorization: `Bearer ${lake.client().config().token}` },
      body,
      duplex: "half",
    } as RequestInit);
    expect(await response.json()).toMatchObject({
      document: { _type: "sanity.fileAsset", extension: "pdf", size: 300_009 },
    });
  });
});

describe("the address of an asset", () => {
  it("follows the lake to another host, unless it is somebody else's", async () => {
    const client = lake.client();
    const { _id: id, path } = await client.assets.upload("file", Buffer.from("%PDF-1.7 moved"));
    const foreign = { _id: "file-foreign-pdf", _type: "sanity.fileAsset", path: "files/a/b/c.pdf" };
    await client.create({ ...foreign, url: "https://cdn.example.com/elsewhere.pdf" });
    await lake.stop();
    await lake.restart({ LAKE_PUBLIC_URL: "https://news.example.com/api/lake" });
    const urls = () => client.fetch("*[_id in $ids] | order(_id).url", { ids: [id, foreign._id] });
    await expect
      .poll(urls)
      .toEqual(
        expect.arrayContaining([
          `https://news.example.com/api/lake/${path}`,
          "https://cdn.example.com/elsewhere.pdf",
        ]),
      );
    await lake.stop();
    await lake.restart();
    expect(await urls()).toContain(`https://news.example.com/api/lake/${path}`);
  });
});

describe("@sanity/image-url", () => {
  it("asks for pictures the lake makes as it says", async () => {
    const client = lake.client();
    const asset = await client.assets.upload("image", await noise(400, 300).jpeg().toBuffer());
    const builder = createImageUrlBuilder({
      projectId: "yiwen",
      dataset: "production",
      baseUrl: lake.url,
    });
    const source = {
      asset: { _ref: asset._id },
      crop: { top: 0, bottom: 0.5, left: 0.25, right: 0.25 },
      hotspot: { x: 0.4, y: 0.2, width: 0.3, height: 0.3 },
    };
    const sizes = [
      { url: builder.image(source).width(100).url(), size: [100, 75], format: "jpeg" },
      { url: builder.image(source).width(100).height(100).url(), size: [100, 100], format: "jpeg" },
      {
        url: builder.image(source).width(50).dpr(2).format("webp").url(),
        size: [100, 75],
        format: "webp",
      },
      {
        url: builder.image(source).maxWidth(60).quality(40).blur(20).url(),
        size: [60, 45],
        format: "jpeg",
      },
      {
        url: builder.image(asset._id).size(90, 30).fit("fill").bg("00ff00").url(),
        size: [90, 30],
        format: "jpeg",
      },
      {
        url: builder.image(asset._id).orientation(90).width(30).url(),
        size: [30, 40],
        format: "jpeg",
      },
    ];
    const made = await Promise.all(
      sizes.map(async ({ url }) => {
        const response = await fetch(url);
        const { width, height, format } = await sharp(await response.bytes()).metadata();
        return { url, size: [width, height], format };
      }),
    );
    expect(made).toEqual(sizes);
  });

  it("gets hundreds of sizes at once without keeping others waiting", async () => {
    const client = lake.client();
    const asset = await client.assets.upload("image", await noise(1600, 1200).jpeg().toBuffer());
    const pictures = Promise.all(
      Array.from(
        { length: 60 },
        async (_, index) => (await fetch(`${lake.url}/${asset.path}?w=${300 + index}`)).status,
      ),
    );
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.fetch<number>("count(*)")),
    );
    const last = Promise.resolve("answers");
    expect(await Promise.race([pictures, last])).toBe("answers");
    expect(new Set(answers).size).toBe(1);
    expect(new Set(await pictures)).toEqual(new Set([200]));
  });
});
