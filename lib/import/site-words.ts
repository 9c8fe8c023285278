import { textOf } from "../rich-text/members.ts";
import type { Draft, Outcome } from "./draft.ts";

/**
 * Take away what the pages of one site share and what is therefore not an article's own: the company's name
 * at the end of titles, and a description that stands in each page's head.
 */
export function withoutSiteWords(outcomes: readonly Outcome[]): Outcome[] {
  const drafts = outcomes.flatMap((outcome) => (outcome.is === "read" ? [outcome.draft] : []));
  const endings = sharedEndings(drafts);
  const excerpts = sharedExcerpts(drafts);
  return outcomes.map((outcome) =>
    outcome.is === "read"
      ? { is: "read", draft: ownTitle(ownExcerpt(outcome.draft, excerpts), endings) }
      : outcome,
  );
}

const ended = /^(.*[^\s_|｜–—-])\s*[_|｜–—-]+\s*([^_|｜–—-]*\p{L}{2}[^_|｜–—-]*)$/su;

/** What stands after the last stroke of at least three titles and of every fourth, then before that, and so on. */
function sharedEndings(drafts: readonly Draft[]): Set<string> {
  const endings = new Set<string>();
  let titles = [...new Set(drafts.map(({ windowTitle }) => windowTitle ?? ""))];
  const least = Math.max(3, titles.length / 4);
  while (titles.length >= least) {
    const parted = titles.flatMap((title) => {
      const [, start = "", end = ""] = ended.exec(title) ?? [];
      return end === "" ? [] : [{ start, end }];
    });
    const byEnd = Map.groupBy(parted, ({ end }) => end);
    const shared = [...byEnd].filter(([, having]) => having.length >= least);
    for (const [end] of shared) endings.add(end);
    titles = shared.flatMap(([, having]) => having.map(({ start }) => start));
  }
  return endings;
}

function ownTitle(draft: Draft, endings: ReadonlySet<string>): Draft {
  let title = draft.title;
  for (;;) {
    const [, start = "", end = ""] = ended.exec(title) ?? [];
    if (!endings.has(end)) break;
    title = start;
  }
  if (title === draft.title) return draft;
  const [first, ...rest] = draft.members;
  const isTold = first?._type === "block" && textOf(first) === title && rest.length > 0;
  const left = draft.title.slice(title.length);
  return {
    ...draft,
    title,
    members: isTold ? rest : draft.members,
    warnings: [...draft.warnings, `left off the title, as other pages have it: “${left}”`],
  };
}

/** One page may lie in two files; it shares with itself alone. */
function sharedExcerpts(drafts: readonly Draft[]): Set<string> {
  const byExcerpt = Map.groupBy(drafts, ({ excerpt }) => excerpt ?? "");
  const shared = [...byExcerpt].filter(
    ([, having]) => new Set(having.map(({ key }) => key)).size > 1,
  );
  return new Set(shared.map(([excerpt]) => excerpt));
}

function ownExcerpt(draft: Draft, shared: ReadonlySet<string>): Draft {
  if (draft.excerpt === null || !shared.has(draft.excerpt)) return draft;
  const warning = `left out: the description “${draft.excerpt}”, as other pages have it`;
  return { ...draft, excerpt: null, warnings: [...draft.warnings, warning] };
}
