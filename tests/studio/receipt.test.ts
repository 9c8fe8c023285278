import { describe, expect, it } from "vitest";

import { receiptsSchema } from "@/lib/studio/receipts/receipt";
import { saidState, scriptOf } from "@/lib/studio/receipts/receipt-words";

const committedAt = "2026-11-25T01:00:00.000Z";
const read = (more: object) =>
  receiptsSchema.parse([{ id: "publishEvent.a", committedAt, ...more }])[0];

describe("a receipt", () => {
  it("is done when the pages stand anew, and knows how long that took", () => {
    const finishedAt = "2026-11-25T01:00:00.420Z";
    expect(read({ refreshedAt: finishedAt, finishedAt })).toMatchObject({
      state: "done",
      tookMs: 420,
    });
  });

  it("is on its way until then", () => {
    expect(read({ refreshedAt: committedAt })).toMatchObject({ state: "refreshing", tookMs: null });
  });

  it("has failed for as long as it holds an error, whatever was finished before", () => {
    expect(read({ finishedAt: committedAt, error: "late", failures: 3 })).toMatchObject({
      state: "failed",
      failures: 3,
    });
  });

  it("never took less than no time, however the clocks differ", () => {
    expect(read({ finishedAt: "2026-11-25T00:59:59.000Z" })).toMatchObject({ tookMs: 0 });
  });

  it("of a withdrawal says so, in both interface languages", () => {
    const gone = ["https://example.com/zh-Hans/news/a"];
    const receipt = read({ isWithdrawal: true, gone, finishedAt: committedAt });
    expect(receipt).toMatchObject({ isWithdrawal: true, gone });
    if (receipt === undefined) throw new Error("A receipt was read");
    expect(saidState(receipt, "zh-Hans")).toBe("已从网站撤下，用时 0.0 秒");
    expect(saidState(receipt, "zh-Hant")).toBe("已從網站撤下，用時 0.0 秒");
  });

  it("bears what is missing or malformed", () => {
    expect(read({ urls: "all", failures: "many", all: null })).toMatchObject({
      urls: [],
      failures: 0,
      isEverything: false,
      isWithdrawal: false,
      gone: [],
    });
  });
});

describe("the script of an address", () => {
  it.each([
    ["https://example.com/zh-Hans/news/a", "zh-Hans"],
    ["https://example.com/zh-Hant", "zh-Hant"],
    ["https://example.com/zh-Hant-TW/a", "zh-Hant-TW"],
    ["https://example.com/feed.xml", null],
  ])("%s is in %s", (url, script) => {
    expect(scriptOf(url)).toBe(script);
  });
});
