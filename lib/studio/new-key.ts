/** Make a `_key` for a new member of an array. */
export const newKey = (): string => crypto.randomUUID().replaceAll("-", "").slice(0, 12);
