import { describe, expect, it } from "vitest";

import {
  fillPlaceholders,
  listPlaceholders,
  makePlaceholders,
} from "../../../lib/lake/transfer/asset-placeholders.ts";

const sha1 = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
const imageId = `image-${sha1}-80x60-jpg`;
const document = {
  _id: "a",
  cover: { _type: "image", asset: { _type: "reference", _ref: imageId }, alt: "港口" },
  body: [
    { _key: "f", _type: "figure", film: { _type: "file", asset: { _ref: `file-${sha1}-mp4` } } },
  ],
  category: { _type: "reference", _ref: "category-1" },
  // Only what lies at `asset` is one.
  odd: { other: { _ref: imageId } },
};

describe("makePlaceholders", () => {
  it("names the files of an archive, as @sanity/export does", () => {
    expect(makePlaceholders(document)).toEqual({
      ...document,
      cover: {
        _sanityAsset: `image@file://./images/${sha1}-80x60.jpg`,
        _type: "image",
        alt: "港口",
      },
      body: [
        {
          _key: "f",
          _type: "figure",
          film: { _sanityAsset: `file@file://./files/${sha1}.mp4`, _type: "file" },
        },
      ],
    });
  });

  it("is undone by fillPlaceholders", () => {
    const made = makePlaceholders(document);
    const ids = { image: imageId, file: `file-${sha1}-mp4` };
    const filled = fillPlaceholders(made, ({ kind }) => ids[kind]);
    expect(filled).toMatchObject({ ...document, body: [{ film: { asset: { _ref: ids.file } } }] });
    expect(listPlaceholders(made)).toHaveLength(2);
    expect(listPlaceholders(filled)).toEqual([]);
  });
});

describe("fillPlaceholders", () => {
  it("gives a bare placeholder its type", () => {
    const filled = fillPlaceholders({ _sanityAsset: "image@file://./x.png" }, () => imageId);
    expect(filled).toEqual({ _type: "image", asset: { _type: "reference", _ref: imageId } });
  });

  it("leaves alone what only looks like one", () => {
    const odd = { _sanityAsset: "sound@file://x", other: [null, 1, "image@file://x"] };
    expect(fillPlaceholders(odd, () => imageId)).toEqual(odd);
  });
});
