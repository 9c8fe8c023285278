/** Where a line may end although its words are kept whole: after closing marks, and before what a bracket opens. */
const border = /(?<=[，。：；！？、…—）》」』】”’\s])|(?=[（《「『【])/u;
const narrow = /[^\u0300-\u{10ffff}]/u;

/**
 * The class of a headline that breaks after its marks and not inside a clause.
 *
 * `room` is the number of characters that the narrowest line of its place holds, `wideRoom` that of the narrowest from
 * a tablet on: where a clause is longer than that, a browser that may not break inside would do so
 * anywhere, even before a comma, so such a headline is left to it.
 */
export function clauseLook(title: string, room: number, wideRoom = room): string {
  const longest = Math.max(...title.split(border).map(widthOf));
  if (longest <= room) return "by-clause";
  return longest <= wideRoom ? "by-clause-wide" : "";
}

function widthOf(clause: string): number {
  return [...clause].reduce((sum, character) => sum + (narrow.test(character) ? 0.6 : 1), 0);
}
