/** After which marks a line may end although its words are kept whole. */
const afterMark = /(?<=[，。：；！？、…—）》」』】”’\s])/u;
const narrow = /[^\u0300-\u{10ffff}]/u;

/**
 * The class of a headline that breaks after its marks and not inside a clause.
 *
 * `room` is the number of characters that the narrowest line of its place holds: where a clause is longer than that,
 * a browser that may not break inside would do so anywhere, even before a comma, so such a headline is left to it.
 */
export function clauseLook(title: string, room: number): string {
  return title.split(afterMark).every((clause) => widthOf(clause) <= room) ? "by-clause" : "";
}

function widthOf(clause: string): number {
  return [...clause].reduce((sum, character) => sum + (narrow.test(character) ? 0.6 : 1), 0);
}
