import { describe, expect, it } from "vitest";

import { rtfPictures } from "../../lib/rich-text/rtf-pictures.ts";
import { fixture } from "./read.ts";

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe("rtfPictures", () => {
  it("takes each of Word's pictures once, with its bytes", () => {
    const found = rtfPictures(fixture("word.rtf"));
    expect(found.map((picture) => picture?.type)).toEqual(["image/png"]);
    expect([...(found[0]?.bytes.subarray(0, 8) ?? [])]).toEqual(png);
    expect([...(found[0]?.bytes.subarray(-4) ?? [])]).toEqual([0xae, 0x42, 0x60, 0x82]);
  });

  it("keeps the place of a picture in a format of Windows alone", () => {
    const rtf = String.raw`{\rtf1{\pict\emfblip 0102}{\pict{\*\picprop{\sp}}\jpegblip
ffd8
ffe0}\pictureless ff}`;
    const found = rtfPictures(rtf);
    expect(found.map((picture) => picture && Array.from(picture.bytes))).toEqual([
      null,
      [0xff, 0xd8, 0xff, 0xe0],
    ]);
  });

  it("reads what breaks off, and finds none where there is none", () => {
    expect(rtfPictures(String.raw`{\pict\pngblip 8950`)).toHaveLength(1);
    expect(rtfPictures("")).toEqual([]);
  });
});
