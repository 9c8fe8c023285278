/**
 * Tell whether a value's JSON has at most so many characters, without writing it.
 *
 * What stands in several places counts in each; no more of the value is looked at than that.
 */
export function isWithin(value: unknown, most: number): boolean {
  const waiting = [value];
  let left = most;
  while (waiting.length > 0) {
    const next = waiting.pop();
    left -= typeof next === "string" ? next.length + 3 : 1;
    if (left < 0) return false;
    if (Array.isArray(next)) for (const item of next) waiting.push(item);
    else if (typeof next === "object" && next !== null) {
      for (const [name, item] of Object.entries(next)) {
        left -= name.length + 3;
        waiting.push(item);
      }
    }
  }
  return true;
}
