import { describe, expect, it } from "vitest";

import type { Draft } from "../../lib/import/draft.ts";
import { withoutSiteWords } from "../../lib/import/site-words.ts";
import { draft, paragraph, read } from "./drafts.ts";

const clean = (drafts: readonly Draft[]): Draft[] =>
  withoutSiteWords(drafts.map(read)).flatMap((outcome) =>
    outcome.is === "read" ? [outcome.draft] : [],
  );
const titled = (...titles: readonly string[]) => titles.map((title) => draft({ title }));
const titlesOf = (drafts: readonly Draft[]) => clean(drafts).map(({ title }) => title);

describe("withoutSiteWords", () => {
  it("cuts the company off titles, and the section before it", () => {
    expect(
      titlesOf(
        titled(
          "公司简介-厦门后帆泵业有限公司",
          "CQ-50 上市-产品展示-厦门后帆泵业有限公司",
          "CQ-65 上市-产品展示-厦门后帆泵业有限公司",
          "CQ-80 停产-产品展示-厦门后帆泵业有限公司",
          "招聘启事",
        ),
      ),
    ).toEqual(["公司简介", "CQ-50 上市", "CQ-65 上市", "CQ-80 停产", "招聘启事"]);
  });

  it.each([
    { name: "the end of a few titles", titles: ["展会-上海站", "论坛-上海站", "年会", "放假"] },
    { name: "numbers", titles: ["磁力泵 CQ-50", "离心泵 IS-50", "螺杆泵 GN-50"] },
    { name: "different ends", titles: ["签约-厦门站", "签约-泉州站", "签约-福州站"] },
    { name: "a title that is the name itself", titles: ["后帆泵业", "后帆泵业", "后帆泵业"] },
  ])("leaves $name alone", ({ titles }) => {
    expect(titlesOf(titled(...titles))).toEqual(titles);
  });

  it("knows the name by the window where a page's own title was found already", () => {
    const [first] = clean([
      draft({ title: "公司简介-后帆泵业" }),
      draft({ title: "乔迁", windowTitle: "乔迁_新闻中心_后帆泵业" }),
      draft({ title: "招聘", windowTitle: "招聘 - 后帆泵业" }),
    ]);
    expect(first).toMatchObject({
      title: "公司简介",
      warnings: ["left off the title, as other pages have it: “-后帆泵业”"],
    });
  });

  it("does not tell a title again at the start of the text", () => {
    const members = [paragraph("公司简介"), paragraph("本公司成立于一九九八年。")];
    const others = titled("乔迁-后帆泵业", "招聘-后帆泵业");
    const [first] = clean([draft({ title: "公司简介-后帆泵业", members }), ...others]);
    expect(first?.members).toEqual(members.slice(1));
  });

  it("drops a description that several pages have, but not that of one page in two files", () => {
    const drafts = [
      draft({ title: "甲", excerpt: "专业生产磁力泵" }),
      draft({ title: "乙", excerpt: "专业生产磁力泵" }),
      draft({ title: "丙", excerpt: "丙的摘要", key: "/c.htm" }),
      draft({ title: "丙", excerpt: "丙的摘要", key: "/c.htm" }),
    ];
    expect(clean(drafts).map(({ excerpt }) => excerpt)).toEqual([
      null,
      null,
      "丙的摘要",
      "丙的摘要",
    ]);
    expect(clean(drafts)[0]?.warnings).toEqual([
      "left out: the description “专业生产磁力泵”, as other pages have it",
    ]);
  });
});
