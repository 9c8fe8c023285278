import { describe, expect, it } from "vitest";

import { breakLines, clampLines } from "@/lib/card/lines";

/** As printed: a Chinese character is one wide, any other half of that. */
const measure = (text: string) =>
  Array.from(text).reduce((sum, one) => sum + (/[\u{2E80}-\u{FFFF}]/u.test(one) ? 1 : 0.5), 0);

describe("breakLines", () => {
  it.each([
    {
      name: "leaves a short title alone",
      text: "后帆发布新系列",
      width: 10,
      lines: ["后帆发布新系列"],
    },
    {
      name: "makes lines of like length instead of leaving one character over",
      text: "磁力泵通过第三版认证了吗",
      width: 11,
      lines: ["磁力泵通过第三", "版认证了吗"],
    },
    {
      name: "begins no line with a mark",
      text: "今天天气好，我们出发。",
      width: 5,
      lines: ["今天天气", "好，我们", "出发。"],
    },
    {
      name: "ends no line with an opening mark",
      text: "我们读「红楼梦」第一回",
      width: 6,
      lines: ["我们读", "「红楼梦」", "第一回"],
    },
    {
      name: "keeps words, numbers and their signs whole",
      text: "采用 API 685 标准提高 12.5% 效率",
      width: 8,
      lines: ["采用 API 685", "标准提高", "12.5% 效率"],
    },
    {
      name: "cuts what is longer than a line",
      text: "abcdefghij",
      width: 3,
      lines: ["abcde", "fghij"],
    },
    { name: "takes no text for no line", text: "  ", width: 3, lines: [] },
  ])("$name", ({ text, width, lines }) => {
    expect(breakLines(text, width, measure)).toEqual(lines);
  });

  it("never exceeds the width, whatever the text", () => {
    const text =
      "「乾式運轉」磁力泵通過 API 685 認證——在 180 ℃ 下連續運行兩千小時（附記錄），無一處滲漏……";
    for (let width = 6; width < 40; width += 1)
      for (const line of breakLines(text, width, measure)) {
        expect(measure(line), `${width} ${line}`).toBeLessThanOrEqual(width);
      }
  });
});

describe("clampLines", () => {
  it("says by an ellipsis that something is left out", () => {
    const lines = clampLines("一二三四五六七八九十一二三四五六", { width: 4, most: 2, measure });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(measure(lines[1] ?? "")).toBeLessThanOrEqual(4);
  });
});
