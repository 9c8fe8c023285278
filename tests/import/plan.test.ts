import { describe, expect, it } from "vitest";

import { documentsOf } from "../../lib/import/documents.ts";
import type { Draft } from "../../lib/import/draft.ts";
import { makePlan, relink } from "../../lib/import/plan.ts";
import { draft, paragraph, read } from "./drafts.ts";

const empty = {
  ids: new Set<string>(),
  takenSlugs: new Map<string, string>(),
  named: new Map<string, string>(),
  redirects: new Set<string>(),
};
const planOf = (drafts: readonly Draft[], { state = empty, isUndatedPublished = false } = {}) =>
  makePlan(drafts.map(read), state, { isUndatedPublished });
const idsIn = (plan: ReturnType<typeof planOf>) =>
  plan.articles.flatMap((planned) => documentsOf(planned, plan, new Map()).map(({ _id }) => _id));

describe("an article without a date", () => {
  const undated = draft({ title: "公司简介", publishedAt: null, oldPath: "/about/index.htm" });

  it("waits as a draft, to which its old address leads already", () => {
    const plan = planOf([undated]);
    expect(idsIn(plan)).toEqual([
      expect.stringMatching(/^drafts\.imported-article-/),
      expect.stringMatching(/^redirect-/),
    ]);
    expect(plan.articles[0]?.notes).toEqual([
      "no date: comes as a draft, unless --publish-undated is given",
    ]);
  });

  it("is out at once when that is asked for", () => {
    const plan = planOf([undated], { isUndatedPublished: true });
    expect(idsIn(plan)[0]).toMatch(/^imported-article-/);
    expect(plan.articles[0]?.notes).toEqual([]);
  });

  it("is no page, which needs none", () => {
    const plan = planOf([draft({ title: "关于我们", kind: "page", publishedAt: null })]);
    expect(idsIn(plan)).toEqual([expect.stringMatching(/^imported-page-/)]);
  });
});

describe("a page's address", () => {
  const contact = draft({ title: "联络", kind: "page", slug: "contact", oldPath: "/contact" });

  it("is not one that the site keeps for itself, from which nothing leads on either", () => {
    const { articles } = planOf([contact]);
    expect(articles).toMatchObject([
      {
        slug: "contact-2",
        redirectFrom: null,
        notes: ["the address /contact is the site's own, which stays there: becomes /contact-2"],
      },
    ]);
  });

  it("is not another page's", () => {
    const state = { ...empty, takenSlugs: new Map([["page:team", "page-team"]]) };
    const team = draft({ title: "团队", kind: "page", slug: "team", oldPath: "/team" });
    expect(planOf([team], { state }).articles).toMatchObject([
      {
        slug: "team-2",
        redirectFrom: null,
        notes: ["the address /team is another page's, which stays there: becomes /team-2"],
      },
    ]);
  });

  it("may be an article's, which stands elsewhere", () => {
    const article = { ...contact, kind: "article" as const, oldPath: "/2018/contact" };
    expect(planOf([article]).articles).toMatchObject([
      { path: "/news/contact", redirectFrom: "/2018/contact", notes: [] },
    ]);
  });
});

describe("links among the old pages", () => {
  it.each([
    { name: "by number", href: "https://old.example/?p=12" },
    { name: "without the slash at the end", href: "https://old.example/2018/05/%E6%B3%B5" },
    { name: "in small letters", href: "https://old.example/2018/05/%e6%b3%b5/" },
  ])("lead to the new place, $name", ({ href }) => {
    const pump = draft({
      title: "泵",
      slug: "pump",
      base: "https://old.example/2018/05/%E6%B3%B5/",
      aliases: ["https://old.example/?p=12"],
    });
    const [member] = relink([paragraph("另见", href)], planOf([pump]));
    expect(member).toMatchObject({ markDefs: [{ href: "/news/pump" }] });
  });

  it("stay as they are where an editor has left a draft without an address", () => {
    const [pump, hall] = [draft({ title: "泵" }), draft({ title: "厂房" })];
    const ids = new Set(planOf([pump]).articles.map(({ id }) => id));
    const plan = planOf([hall, pump], { state: { ...empty, ids } });
    expect(relink([paragraph("另见", pump.base)], plan)).toEqual([paragraph("另见", pump.base)]);
  });
});
