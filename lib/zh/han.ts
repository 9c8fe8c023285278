/** Whether the UTF-16 unit at `at` belongs to a Han character: ideographs, extensions, compatibility forms and 〇. */
export function isHanAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x3007) return false;
  if (unit < 0xd800) return (unit >= 0x3400 && unit < 0xa000) || unit === 0x3007;
  if (unit < 0xdc00) return unit >= 0xd840 && unit < 0xd8c0;
  if (unit < 0xe000) return at > 0 && isHanAt(text, at - 1) && text.charCodeAt(at - 1) < 0xdc00;
  return unit >= 0xf900 && unit < 0xfb00;
}

/** The end of the Han run that starts at `at`; `at` itself when there is none. */
export function hanRunEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isHanAt(text, next)) next++;
  return next;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Whether a unit is half of a character. */
export function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

/** How many units the character at `at` takes: 2 for a surrogate pair. */
export function unitsAt(text: string, at: number): number {
  if (!isHighSurrogate(text.charCodeAt(at))) return 1;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low < 0xe000 ? 2 : 1;
}
