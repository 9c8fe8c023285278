/** The types of documents that pages are made from: a change of any other renews nothing. */
export const publicTypes = [
  "article",
  "category",
  "tag",
  "author",
  "contactPerson",
  "siteSettings",
  "navigation",
  "page",
  "friendLink",
  "glossaryTerm",
  "redirect",
] as const;
