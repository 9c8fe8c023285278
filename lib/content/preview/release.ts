/**
 * The cookie that names what else is laid over the drafts: the release in which a document waits for its moment.
 *
 * It says nothing without a pass, so the page itself may set it when the Studio beside it turns to something else.
 */
export const releaseCookie = "preview_release";

/** What an editor who previews sees: drafts over what is published, and one release over both. */
export type DraftPerspective = "drafts" | [release: string, drafts: "drafts"];

const named = new Set(["raw", "published", "drafts", "previewDrafts"]);

/** The release that the Studio has uppermost in its perspective, such as `rSmqk1,drafts`; `null` for none. */
export function releaseIn(perspective: string | null | undefined): string | null {
  const [first = ""] = (perspective ?? "").split(",");
  return /^[\w-]{1,64}$/.test(first) && !named.has(first) ? first : null;
}

export function perspectiveWith(release: string | null | undefined): DraftPerspective {
  const known = releaseIn(release);
  return known === null ? "drafts" : [known, "drafts"];
}
