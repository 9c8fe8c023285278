import { describe, expect, it } from "vitest";

import { findArticles, readArticles } from "@/lib/studio/articles/article-list";
import { articleStates } from "@/lib/studio/articles/article-state";

describe("a list of articles", () => {
  const articles = readArticles([
    { _id: "drafts.a", title: "新题目" },
    { _id: "b", title: "ＨＦ-Ｍ 选型" },
    { _id: "a", title: "旧题目" },
    { _id: "versions.r1.c", title: null },
  ]);

  it("has one entry an article, in the order of the answer", () => {
    expect(articles.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["新题", ["a"]],
    ["旧题", ["a"]],
    [" hf-m ", ["b"]],
    ["", ["a", "b", "c"]],
    ["没有", []],
  ])("is narrowed down by words of a title: %j", (words, ids) => {
    expect(findArticles(articles, words).map(({ id }) => id)).toEqual(ids);
  });
});

describe("articleStates", () => {
  it.each([
    [{ isPublished: true, hasDraft: false, isScheduled: false }, "已发布"],
    [{ isPublished: true, hasDraft: true, isScheduled: false }, "已发布 · 有未发布的修改"],
    [{ isPublished: false, hasDraft: true, isScheduled: false }, "草稿"],
    [{ isPublished: false, hasDraft: false, isScheduled: true }, "已定时"],
    [{ isPublished: true, hasDraft: false, isScheduled: true }, "已发布 · 已定时"],
  ])("of %o says %s", (stored, said) => {
    expect(
      articleStates(stored)
        .map(({ text }) => text)
        .join(" · "),
    ).toBe(said);
  });
});
