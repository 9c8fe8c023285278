import { describe, expect, it } from "vitest";

import { fold } from "../../lib/zh/fold.ts";

describe("fold", () => {
  it.each([
    ["聯繫臺灣ＡＢＣ", "联系台湾abc"],
    ["後臺 乾燥 頭髮 裡面 裏面", "后台 干燥 头发 里面 里面"],
    ["說 説 说", "说 说 说"],
    ["著名 答覆 瞭解", "着名 答复 了解"],
  ])("gives %s and %s one key", (one, other) => {
    expect(fold(one).key).toBe(fold(other).key);
  });

  it("leads from the key back to the text", () => {
    const text = "訪問㈱頭髮𠮷";
    const { key, offsets } = fold(text);
    const at = key.indexOf(fold("头发").key);
    expect(text.slice(offsets[at], offsets[at + 2])).toBe("頭髮");
    expect(offsets).toHaveLength(key.length + 1);
    expect(offsets.at(-1)).toBe(text.length);
  });

  it("keeps different characters apart", () => {
    expect(new Set(["土", "士", "未", "末", "人", "入"].map((each) => fold(each).key)).size).toBe(
      6,
    );
  });
});
