const slugPattern = /^[a-z0-9-]{1,96}$/;

/** Whether a path segment can be a slug at all; asked before the CMS or a cache is. */
export function isSlug(value: string): boolean {
  return slugPattern.test(value);
}

/** Read a page number of a URL: `2` and up, without leading zeros, because page 1 has its own address. */
export function pageNumber(value: string): number | null {
  return /^[1-9][0-9]{0,4}$/.test(value) && value !== "1" ? Number(value) : null;
}
