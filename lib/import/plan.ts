import { linesOf, type Member } from "../rich-text/members.ts";
import { isOwnAddress } from "../studio/slug.ts";
import { detectScript } from "../zh/detect.ts";
import { type Draft, oldPathOf, type Outcome, type Term } from "./draft.ts";
import { freeSlug, importedId, sameName, wishedSlug } from "./names.ts";
import type { SiteState } from "./site-state.ts";

type TermDocument = {
  _id: string;
  _type: "category" | "tag" | "author";
  [field: string]: unknown;
};

/** A draft with its place on the site. */
export type Planned = {
  draft: Draft;
  id: string;
  slug: string;
  /** Where it will be, without a script: `/news/<slug>`. */
  path: string;
  script: "zh-Hans" | "zh-Hant";
  category: string | null;
  tags: readonly string[];
  author: string | null;
  /** The old path to lead on from. */
  redirectFrom: string | null;
  /** An editor has to look at it before it is out. */
  isDraft: boolean;
  /** What became of it otherwise than one would expect, a line each. */
  notes: readonly string[];
};

export type Plan = {
  terms: readonly TermDocument[];
  articles: readonly Planned[];
  /** Drafts whose documents are there already: an editor may have changed them since. */
  known: readonly Draft[];
  /** Where links between the old pages lead, by path and query. */
  moved: ReadonlyMap<string, string>;
  hosts: ReadonlySet<string>;
};

export type Wishes = {
  /** Whether an article without a date is out at once, as of the day it is brought in. */
  isUndatedPublished: boolean;
};

/** Decide every id, address and term. The same input on the same site gives the same plan. */
export function makePlan(outcomes: readonly Outcome[], state: SiteState, wishes: Wishes): Plan {
  const planner = new Planner(state, wishes);
  const drafts = outcomes.flatMap((outcome) => (outcome.is === "read" ? [outcome.draft] : []));
  return planner.plan(drafts);
}

class Planner {
  readonly #state: SiteState;
  readonly #wishes: Wishes;
  readonly #terms = new Map<string, TermDocument>();
  readonly #slugs: Map<string, string>;
  readonly #seen = new Set<string>();

  constructor(state: SiteState, wishes: Wishes) {
    this.#state = state;
    this.#wishes = wishes;
    this.#slugs = new Map(state.takenSlugs);
  }

  plan(drafts: readonly Draft[]): Plan {
    const known: Draft[] = [];
    const articles: Planned[] = [];
    const moved = new Map<string, string>();
    for (const draft of drafts) {
      const id = importedId(draft.kind, draft.key);
      const isKnown = this.#state.ids.has(id) || this.#seen.has(id);
      if (isKnown) known.push(draft);
      else articles.push(this.#article(draft, id));
      this.#seen.add(id);
      const slug = isKnown ? this.#slugOf(draft.kind, id) : articles.at(-1)?.slug;
      if (slug !== undefined && draft.isPublic)
        for (const address of [draft.base, ...draft.aliases])
          moved.set(placeOf(address), pathOf(draft.kind, slug));
    }
    const hosts = new Set(drafts.map(({ base }) => new URL(base).hostname));
    return { terms: [...this.#terms.values()], articles, known, moved, hosts };
  }

  #slugOf(type: string, id: string): string | undefined {
    const found = [...this.#slugs].find(
      ([key, owner]) => key.startsWith(`${type}:`) && owner.replace(/^drafts\./, "") === id,
    );
    return found?.[0].slice(type.length + 1);
  }

  #article(draft: Draft, id: string): Planned {
    const { kind, oldPath } = draft;
    const slug = this.#takeSlug(kind, draft, id);
    const path = pathOf(kind, slug);
    const isLed = draft.isPublic && oldPath !== null && oldPath !== path;
    const isUndated = kind === "article" && draft.publishedAt === null;
    const isHeldBack = draft.isPublic && isUndated && !this.#wishes.isUndatedPublished;
    return {
      draft,
      isDraft: !draft.isPublic || isHeldBack,
      notes: [
        ...(isHeldBack ? ["no date: comes as a draft, unless --publish-undated is given"] : []),
        ...this.#addressNotes(draft, slug),
      ],
      id,
      slug,
      path,
      script: detectScript([draft.title, ...linesOf(draft.members)].join("\n")),
      category: draft.category === null ? null : this.#term("category", draft.category),
      tags: [...new Set(draft.tags.map((tag) => this.#term("tag", tag)))],
      author:
        draft.author === null ? null : this.#term("author", { title: draft.author, slug: null }),
      redirectFrom: isLed && this.#isFree(oldPath) ? oldPath : null,
    };
  }

  /** Whether nothing answers at a path, so that it can lead on: a page there would hide a redirect. */
  #isFree(path: string): boolean {
    const slug = path.slice(1);
    const isPage = isOwnAddress(slug) || this.#slugs.has(`page:${slug}`);
    return !isPage && !this.#state.redirects.has(path);
  }

  /** A page is known by its address, so it is told when it gets another one. */
  #addressNotes(draft: Draft, slug: string): string[] {
    const wish = wishedSlug(draft);
    if (draft.kind === "article" || wish === slug) return [];
    const holder = isOwnAddress(wish) ? "the site's own" : "another page's";
    return [`the address /${wish} is ${holder}, which stays there: becomes /${slug}`];
  }

  #takeSlug(
    type: string,
    wish: { slug: string | null; title: string; key: string },
    id: string,
  ): string {
    const isTaken = (slug: string) =>
      (type === "page" && isOwnAddress(slug)) || (this.#slugs.get(`${type}:${slug}`) ?? id) !== id;
    const slug = freeSlug(wishedSlug(wish), isTaken);
    this.#slugs.set(`${type}:${slug}`, id);
    return slug;
  }

  /** The term of that name, in whichever script the site writes it; else a new one. */
  #term(type: TermDocument["_type"], { title, slug }: Term): string {
    const name = `${type}:${sameName(title)}`;
    const there = this.#state.named.get(name) ?? this.#terms.get(name)?._id;
    if (there !== undefined) return there;
    const _id = importedId(type, sameName(title));
    const named = type === "author" ? { name: title } : { title };
    const address =
      type === "author"
        ? {}
        : {
            slug: { _type: "slug", current: this.#takeSlug(type, { slug, title, key: name }, _id) },
          };
    this.#terms.set(name, { _id, _type: type, ...named, ...address });
    return _id;
  }
}

const pathOf = (kind: Draft["kind"], slug: string): string =>
  kind === "article" ? `/news/${slug}` : `/${slug}`;

/** A page's place on the old site, whichever of its hosts says it and however it is written. */
function placeOf(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return (oldPathOf(origin + pathname) ?? pathname) + search;
}

function pathIn(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** Point links among the old pages at their new places; the others stay as they are. */
export function relink(members: readonly Member[], { moved, hosts }: Plan): Member[] {
  const lead = (href: string): string => {
    if (!/^https?:/.test(href) || !hosts.has(new URL(href).hostname)) return href;
    return moved.get(placeOf(href)) ?? (href.includes(".invalid/") ? pathIn(href) : href);
  };
  return members.map((member) =>
    member._type === "block"
      ? {
          ...member,
          markDefs: member.markDefs.map((mark) => ({ ...mark, href: lead(mark.href) })),
        }
      : member,
  );
}
