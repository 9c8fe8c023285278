import { describe, expect, it } from "vitest";

import { readSet, type Row, scoreRows } from "../../scripts/bench/zh-sets.ts";

const percent = (rows: readonly Row[], vocabulary: "curated" | "opencc") => {
  const { right, total, wrong } = scoreRows(rows, vocabulary);
  return {
    percent: (100 * right) / total,
    wrong: wrong.map(({ row, got }) => [row.to, row.input, got]),
  };
};

const opencc = readSet("opencc-testcases");

describe("the conversion sets", () => {
  it.each([
    { set: "company and government news", rows: readSet("own-news"), least: 100 },
    { set: "one-to-many words", rows: readSet("own-one-to-many"), least: 99 },
    { set: "context traps", rows: readSet("own-context-traps"), least: 95 },
    { set: "fresh sentences", rows: readSet("own-fresh"), least: 96 },
    { set: "news that was tuned on", rows: readSet("unseen-news-tuned"), least: 99 },
    { set: "news held out", rows: readSet("unseen-news-held"), least: 97 },
    { set: "news held out again", rows: readSet("unseen-news-held-2"), least: 97 },
    {
      set: "news of a third author that was tuned on",
      rows: readSet("unseen-3-news-tuned"),
      least: 99,
    },
    { set: "news of a third author held out", rows: readSet("unseen-3-news-held"), least: 97 },
    {
      set: "Taiwan wording of a third author that was tuned on",
      rows: readSet("unseen-3-taiwan-tuned"),
      least: 99,
    },
    {
      set: "Taiwan wording of a third author held out",
      rows: readSet("unseen-3-taiwan-held"),
      least: 97,
    },
    { set: "news of a fourth author", rows: readSet("unseen-4-news"), least: 99 },
    { set: "Taiwan wording of a fourth author", rows: readSet("unseen-4-taiwan"), least: 98 },
    { set: "news of a fifth author", rows: readSet("unseen-5-news"), least: 99 },
    { set: "Taiwan wording of a fifth author", rows: readSet("unseen-5-taiwan"), least: 99 },
    { set: "news to Simplified of a fifth author", rows: readSet("unseen-5-hans"), least: 99 },
    { set: "news of a sixth author", rows: readSet("unseen-6-news"), least: 99 },
    { set: "Taiwan wording of a sixth author", rows: readSet("unseen-6-taiwan"), least: 99 },
    { set: "news to Simplified of a sixth author", rows: readSet("unseen-6-hans"), least: 99 },
    { set: "news of a seventh author", rows: readSet("unseen-7-news"), least: 99 },
    { set: "Taiwan wording of a seventh author", rows: readSet("unseen-7-taiwan"), least: 99 },
    { set: "news of an eighth author", rows: readSet("unseen-8-news"), least: 99 },
    { set: "Taiwan wording of an eighth author", rows: readSet("unseen-8-taiwan"), least: 99 },
    { set: "news to Simplified of an eighth author", rows: readSet("unseen-8-hans"), least: 99 },
    { set: "news of a ninth author", rows: readSet("unseen-9-news"), least: 99 },
    { set: "Taiwan wording of a ninth author", rows: readSet("unseen-9-taiwan"), least: 99 },
    { set: "news to Simplified of a ninth author", rows: readSet("unseen-9-hans"), least: 99 },
    { set: "news of a tenth author", rows: readSet("unseen-10-news"), least: 99 },
    { set: "news of an eleventh author", rows: readSet("unseen-11-news"), least: 99 },
    { set: "Taiwan wording that was tuned on", rows: readSet("unseen-taiwan-tuned"), least: 98 },
    { set: "Taiwan wording held out", rows: readSet("unseen-taiwan-held"), least: 95 },
    {
      set: "Taiwan and Hong Kong news to Simplified",
      rows: readSet("unseen-to-simplified"),
      least: 97,
    },
  ])("are right on $least % of $set", ({ rows, least }) => {
    const score = percent(rows, "curated");
    expect(score.percent, JSON.stringify(score.wrong)).toBeGreaterThanOrEqual(least);
  });

  it("are right on all of OpenCC's cases towards Traditional", () => {
    expect(
      percent(
        opencc.filter(({ to }) => to !== "s"),
        "opencc",
      ).wrong,
    ).toEqual([]);
  });

  it("are right on 98 % of OpenCC's cases towards Simplified", () => {
    const score = percent(
      opencc.filter(({ to }) => to === "s"),
      "opencc",
    );
    expect(score.percent, JSON.stringify(score.wrong)).toBeGreaterThanOrEqual(98);
  });

  // The rest are three sentences in five forms each, where we differ on purpose: 乔治·里德 with 裏, 复议 with 複, 并为 with 併.
  it("are right on 98 % of OpenCC's golden texts", () => {
    const score = percent(readSet("opencc-golden-constitution"), "opencc");
    expect(score.percent, JSON.stringify(score.wrong)).toBeGreaterThanOrEqual(98);
  });
});
