import type { Member } from "../rich-text/members.ts";
import type { Draft, Outcome } from "./draft.ts";
import type { Plan, Planned } from "./plan.ts";

/** What became of an article's pictures, and of itself. */
export type Result = { pictures: number; missing: readonly string[]; failure: string | null };

/** What was found in one page, and what an editor will have to add. */
export function articleLines(planned: Planned, { pictures, missing, failure }: Result): string[] {
  const { draft, path, script, redirectFrom, isDraft, notes } = planned;
  const lacks = lackingIn(draft);
  const facts = [
    `“${draft.title}”`,
    isDraft ? `${path} (draft)` : path,
    draft.publishedAt ?? "",
    draft.category?.title ?? "",
    draft.isPinned ? "pinned" : "",
    script,
    `${contents(draft.members)}, ${pictures} pictures`,
    redirectFrom === null ? "" : `from ${redirectFrom}`,
  ].filter((fact) => fact !== "");
  return [
    failure === null
      ? `${draft.source}: ${facts.join(" · ")}`
      : `${draft.source}: FAILED, ${failure}`,
    ...(lacks.length > 0 ? [`    missing: ${lacks.join(", ")}`] : []),
    ...[...notes, ...draft.warnings, ...missing].map((line) => `    ${line}`),
  ];
}

/** What an article should have; a page of its own needs none of it. */
function lackingIn({ kind, publishedAt, category, excerpt, cover }: Draft): string[] {
  if (kind === "page") return [];
  const wanted = { date: publishedAt, category, excerpt, cover };
  return Object.entries(wanted).flatMap(([name, value]) => (value === null ? [name] : []));
}

function contents(members: readonly Member[]): string {
  const count = (is: (member: Member) => boolean) => members.filter(is).length;
  const counts = [
    ["paragraphs", count((member) => member._type === "block" && member.style === "normal")],
    ["headings", count((member) => member._type === "block" && member.style.startsWith("h"))],
    ["tables", count(({ _type }) => _type === "table")],
  ] as const;
  return counts
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `${number} ${name}`)
    .join(", ");
}

/** The inputs that gave no article, and why. */
export function otherLines(outcomes: readonly Outcome[], { known }: Plan): string[] {
  return [
    ...known.map(({ source, title }) => `${source}: “${title}” is there already, left as it is`),
    ...outcomes.flatMap((outcome) => {
      if (outcome.is === "skipped") return [`${outcome.source}: passed over, ${outcome.reason}`];
      return outcome.is === "failed" ? [`${outcome.source}: FAILED, ${outcome.reason}`] : [];
    }),
  ];
}

/** One line for the whole. */
export function totalLine(
  { articles, known, terms }: Plan,
  { results, failed, isDryRun }: { results: readonly Result[]; failed: number; isDryRun: boolean },
): string {
  const done = results.filter(({ failure }) => failure === null);
  const count = (wanted: (planned: Planned) => boolean) =>
    articles.filter((planned, at) => results[at]?.failure === null && wanted(planned)).length;
  const pictures = done.map((result) => result.pictures).reduce((sum, number) => sum + number, 0);
  const missing = done
    .map((result) => result.missing.length)
    .reduce((sum, number) => sum + number, 0);
  const counts = [
    `${count(({ draft }) => draft.kind === "article")} articles`,
    `${count(({ draft }) => draft.kind === "page")} pages`,
    `${terms.length} categories, tags and authors`,
    `${count(({ redirectFrom }) => redirectFrom !== null)} redirects`,
    `${pictures} pictures`,
  ];
  const drafts = count(({ isDraft }) => isDraft);
  return `${isDryRun ? "Would write" : "Wrote"} ${counts.join(", ")}; ${drafts} as drafts, ${missing} pictures missing, ${known.length} there already, ${failed} failed`;
}
