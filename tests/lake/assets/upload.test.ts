import sharp from "sharp";
import { thumbHashToApproximateAspectRatio, thumbHashToAverageRGBA } from "thumbhash";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type AssetLake, documentOf, openAssetLake } from "./asset-lake.ts";

let site: AssetLake;
beforeAll(async () => {
  site = await openAssetLake();
});
afterAll(() => site.close());

describe("an upload", () => {
  it("is named by its content and described by what its bytes say", () => {
    expect(site.uploaded).toMatchObject({
      _id: expect.stringMatching(/^image-[0-9a-f]{40}-300x200-jpg$/),
      extension: "jpg",
      mimeType: "image/jpeg",
      originalFilename: "港口.png",
      title: "T",
      metadata: {
        dimensions: { width: 300, height: 200, aspectRatio: 1.5 },
        hasAlpha: false,
        isOpaque: true,
        lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
        blurHash: expect.stringMatching(/^.{28}$/),
      },
    });
    expect(site.uploaded.metadata.palette?.dominant.background).toMatch(
      /^#(?:1f|20|21)(?:5f|60|61)(?:9f|a0|a1)$/,
    );
    expect(site.uploaded.url).toBe(`https://example.com/api/lake/${site.uploaded.path}`);
  });

  it("of the same bytes is the same asset, stored once", async () => {
    const again = await documentOf(
      await site.upload(site.photo, "images/production?filename=other.jpg"),
    );
    expect(again).toEqual(site.uploaded);
  });

  it("is turned upright where the camera was not", async () => {
    const sideways = await sharp(site.photo).withMetadata({ orientation: 6 }).toBuffer();
    const asset = await documentOf(await site.upload(sideways));
    expect(asset.metadata.dimensions).toMatchObject({ width: 200, height: 300 });
    const shown = await site.get(`${asset.path}?w=100`);
    expect(await sharp(await shown.arrayBuffer()).metadata()).toMatchObject({
      width: 100,
      height: 150,
    });
  });

  it("knows what one can see through", async () => {
    const glass = await sharp({
      create: { width: 9, height: 9, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const { metadata } = await documentOf(await site.upload(glass));
    expect(metadata).toMatchObject({
      hasAlpha: true,
      isOpaque: false,
      lqip: expect.stringMatching(/^data:image\/png/),
    });
  });

  it("tells only what was asked for", async () => {
    const other = await sharp(site.photo).negate().jpeg().toBuffer();
    const { metadata } = await documentOf(await site.upload(other, "images/production?meta=none"));
    expect(Object.keys(metadata).toSorted()).toEqual([
      "_type",
      "dimensions",
      "hasAlpha",
      "isOpaque",
    ]);
  });

  it("tells where and with what it was taken on request only", async () => {
    const taken = await sharp(site.photo)
      .withExif({
        IFD0: { Make: "Hafen", Model: "K1" },
        IFD2: { FNumber: "28/10", ISOSpeedRatings: "200" },
        IFD3: {
          GPSLatitudeRef: "N",
          GPSLatitude: "24/1 26/1 51/1",
          GPSLongitudeRef: "E",
          GPSLongitude: "118/1 4/1 12/1",
        },
      })
      .toBuffer();
    const asked = await documentOf(
      await site.upload(taken, "images/production?meta=location&meta=exif,image&meta=thumbhash"),
    );
    expect(asked.metadata).toMatchObject({
      location: {
        _type: "geopoint",
        lat: expect.closeTo(24.4475, 4),
        lng: expect.closeTo(118.07, 4),
      },
      image: { _type: "sanity.imageExifTags", Make: "Hafen", Model: "K1" },
      exif: { _type: "sanity.imageExifMetadata", FNumber: 2.8 },
    });
    const untold = await sharp(taken).keepExif().negate().toBuffer();
    const { metadata } = await documentOf(await site.upload(untold));
    expect(JSON.stringify(metadata)).not.toMatch(/Hafen|location|exif/);
  });

  it("works out a ThumbHash when asked, in which the picture's colour can be seen", async () => {
    const size = { width: 400, height: 200, channels: 3 as const };
    const red = await sharp({ create: { ...size, background: "#d01010" } })
      .png()
      .toBuffer();
    const { metadata } = await documentOf(
      await site.upload(red, "images/production?meta=thumbhash"),
    );
    const hash = Buffer.from(metadata.thumbHash ?? "", "base64");
    expect(thumbHashToAverageRGBA(hash).r).toBeCloseTo(0.82, 1);
    expect(thumbHashToAverageRGBA(hash).g).toBeLessThan(0.15);
    expect(thumbHashToApproximateAspectRatio(hash)).toBeCloseTo(2, 0);
  });

  it.each([
    { name: "text as a picture", body: Buffer.from("GIF89a but not really"), status: 400 },
    { name: "nothing", body: Buffer.alloc(0), status: 400 },
  ])("refuses $name", async ({ body, status }) => {
    expect((await site.upload(body)).status).toBe(status);
  });

  it("refuses a picture of too many pixels by its header alone", async () => {
    const huge = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"/>',
    );
    expect((await site.upload(huge)).status).toBe(400);
  });

  it("needs a role that may write", async () => {
    expect((await site.upload(site.photo, "images/production", "viewer")).status).toBe(403);
    expect((await site.upload(site.photo, "images/production", "contributor")).status).toBe(200);
    const stranger = await site.send("/v2025-02-19/assets/images/production", {
      method: "POST",
      body: "x",
    });
    expect(stranger.status).toBe(401);
  });

  it("goes nowhere without a dataset", async () => {
    expect((await site.upload(site.photo, "images/nowhere")).status).toBe(404);
  });
});
