import { readFileSync } from "node:fs";

import sharp from "sharp";
import { describe, expect, it } from "vitest";

import { drawCard, drawSeal, shapes } from "@/lib/card/draw-card";
import { glyphsOf } from "@/lib/card/typeface";
import { darkPaper, palette } from "@/lib/look";

const card = {
  title: "骨架與直播：後帆發布新葉輪",
  name: "後帆泵業",
  note: "產品　2026年11月3日",
  family: "tc",
} as const;

async function pixels(png: Buffer): Promise<Buffer> {
  return sharp(png).removeAlpha().raw().toBuffer();
}

describe("drawCard", () => {
  it.each(["wide", "square"] as const)("draws the %s card as a PNG of its size", async (shape) => {
    const png = await drawCard(card, shape);
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", ...shapes[shape] });
    expect(png.length).toBeLessThan(100_000);
  });

  it("writes another title otherwise, and in each script's own forms", async () => {
    const drawn = await pixels(await drawCard(card, "wide"));
    expect(drawn.equals(await pixels(await drawCard(card, "wide")))).toBe(true);
    for (const other of [{ title: "另一篇" }, { family: "sc" as const }, { note: "" }]) {
      expect(drawn.equals(await pixels(await drawCard({ ...card, ...other }, "wide")))).toBe(false);
    }
  });

  it.each(["", "😀", "字".repeat(5_000), "a".repeat(5_000), "<script>&\u0000"])(
    "takes any title: %j",
    async (title) => {
      const png = await drawCard({ ...card, title }, "wide");
      expect((await sharp(png).metadata()).width).toBe(1200);
    },
  );
});

describe("drawSeal", () => {
  it("is square, in the accent colour", async () => {
    const png = await drawSeal("後帆", "tc", 192);
    expect(await sharp(png).metadata()).toMatchObject({ width: 192, height: 192 });
    expect((await pixels(png)).subarray(0, 3).toString("hex")).toBe(palette.accent.slice(1));
  });
});

describe("glyphsOf", () => {
  it("draws one character as each script does, and borrows what a family lacks", async () => {
    const [hans, hant] = await Promise.all([glyphsOf("骨说", "sc"), glyphsOf("骨说", "tc")]);
    expect(hans.get("骨")?.path).not.toBe(hant.get("骨")?.path);
    expect(hant.get("说")?.path).toMatch(/^M/);
  });

  it("leaves out what no font of ours has", async () => {
    expect([...(await glyphsOf("泵😀", "sc")).keys()]).toEqual(["泵"]);
  });
});

describe("the colours of cards and bars", () => {
  const css = readFileSync("app/globals.css", "utf8");
  const [, daylight = ""] = /:root \{([^}]*)\}/.exec(css) ?? [];

  it.each(Object.entries(palette))("are those of the site: %s is %s", (name, color) => {
    const token = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(daylight).toContain(`--${token}: ${color};`);
  });

  it("are those of the site by night", () => {
    expect(css).toContain(`--paper: ${darkPaper};`);
  });
});
