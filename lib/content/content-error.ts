/** The CMS did not answer, or answered nonsense: nothing may be concluded from it. */
export class ContentError extends Error {
  override readonly name = "ContentError";
}
