/** The id a document has, or will have, once it is published: without `drafts.` or `versions.<release>.`. */
export const publishedIdOf = (id: string): string =>
  id.replace(/^(?:drafts|versions\.[^.]+)\./, "");
