import { assert, double, integer, nat, property, record } from "fast-check";
import { describe, expect, it } from "vitest";

import { planFocalCrop, planRect, planResize } from "../../../lib/lake/assets/image-geometry.ts";
import { parseImageParameters } from "../../../lib/lake/assets/image-parameters.ts";

const landscape = { width: 1200, height: 800 };

describe("planResize", () => {
  it.each([
    { query: "", size: null },
    { query: "q=50", size: null },
    { query: "w=300", size: [300, 200] },
    { query: "h=200", size: [300, 200] },
    { query: "w=300&h=300", size: [300, 200] },
    { query: "w=2400", size: [2400, 1600] },
    { query: "w=2400&fit=max", size: [1200, 800] },
    { query: "w=300&dpr=2", size: [600, 400] },
    { query: "w=300&h=300&fit=crop", size: [300, 300] },
    { query: "w=300&h=300&fit=scale", size: [300, 300] },
    { query: "w=3000&h=3000&fit=min", size: [800, 800] },
    { query: "w=300&h=300&fit=fill", size: [300, 200], canvas: [300, 300] },
    { query: "w=2400&h=2400&fit=fill", size: [2400, 1600], canvas: [2400, 2400] },
    { query: "w=2400&h=2400&fit=fillmax", size: [1200, 800], canvas: [2400, 2400] },
    { query: "w=900&max-w=500", size: [500, 333] },
    { query: "w=100&min-w=400", size: [400, 267] },
    { query: "max-w=600", size: [600, 400] },
    { query: "max-w=6000", size: [1200, 800] },
    { query: "w=8192&dpr=5&h=1", size: [8, 5] },
  ])("?$query gives $size", ({ query, size, canvas }) => {
    const plan = planResize(
      landscape,
      parseImageParameters(Object.fromEntries(new URLSearchParams(query))),
    );
    expect(plan ? [plan.size.width, plan.size.height] : null).toEqual(size);
    expect(plan ? [plan.canvas.width, plan.canvas.height] : null).toEqual(canvas ?? size);
  });
});

describe("parseImageParameters", () => {
  it.each([
    "w=0",
    "w=9000",
    "w=1e9",
    "w=abc",
    "fit=none",
    "rect=1,2,3",
    "rect=0,0,0,5",
    "fm=svg",
    "bg=red",
    "q=101",
    "blur=0",
    "fp-x=2",
    "or=45",
  ])("refuses ?%s by name", (query) => {
    const name = query.split("=")[0];
    expect(() => parseImageParameters(Object.fromEntries(new URLSearchParams(query)))).toThrow(
      `"${name}"`,
    );
  });

  it("leaves out what it does not know, so that it makes no new picture", () => {
    expect(parseImageParameters({ utm_source: "x", w: "100" })).toEqual({ w: 100 });
  });
});

describe("the parts of a picture", () => {
  const side = integer({ min: 1, max: 5000 });
  const size = record({ width: side, height: side });
  const share = double({ min: 0, max: 1, noNaN: true });

  it("lie within it, whatever is asked for", () => {
    const rect = record({ left: nat(9999), top: nat(9999), width: side, height: side });
    assert(
      property(size, rect, size, share, share, (source, asked, box, x, y) => {
        for (const part of [planRect(source, asked), planFocalCrop(source, box, { x, y })]) {
          expect(part.left).toBeGreaterThanOrEqual(0);
          expect(part.top).toBeGreaterThanOrEqual(0);
          expect(part.width).toBeGreaterThan(0);
          expect(part.height).toBeGreaterThan(0);
          expect(part.left + part.width).toBeLessThanOrEqual(source.width);
          expect(part.top + part.height).toBeLessThanOrEqual(source.height);
        }
      }),
    );
  });

  it("keep the focal point in sight", () => {
    expect(planFocalCrop(landscape, { width: 1, height: 1 }, { x: 1, y: 0.5 })).toEqual({
      left: 400,
      top: 0,
      width: 800,
      height: 800,
    });
  });
});
