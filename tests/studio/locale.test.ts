import { describe, expect, it } from "vitest";

import { say, sayIn } from "../../lib/studio/locale/say.ts";
import traditional from "../../lib/studio/locale/traditional.json" with { type: "json" };
import { studioTexts } from "../../scripts/build/studio-texts.ts";

describe("the Studio's texts", () => {
  it("all have a Traditional form: run node scripts/build/studio-texts.ts after a change", () => {
    expect(Object.keys(traditional).toSorted()).toEqual(studioTexts());
  });

  it("are said in the language that was asked for", () => {
    expect(say("标题")).toEqual({ "zh-Hans": "标题", "zh-Hant": "標題" });
    expect(sayIn("标题", "zh-Hant")).toBe("標題");
    expect(sayIn("标题", "en-US")).toBe("标题");
  });

  it("stay as they are when the table does not know them", () => {
    expect(sayIn("一篇文章的标题", "zh-Hant")).toBe("一篇文章的标题");
  });
});
