import { shared } from "@/lib/content/shared";

const failedTags = shared("failed-tags", () => new Set<string>());

/** Remember which tags a page could not be renewed for, so that they are tried again once the CMS is back. */
export function noteFailure(tags: readonly string[]): void {
  for (const tag of tags.length === 0 ? ["content"] : tags) failedTags().add(tag);
}

/** Hand over the tags that failed since the last call. */
export function takeFailures(): string[] {
  const tags = [...failedTags()];
  failedTags().clear();
  return tags;
}
