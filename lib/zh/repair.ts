import { joinPieces, type Piece } from "./pieces.ts";
import { scriptCharacters } from "./scripts.ts";
import { toSimplified } from "./to-simplified.ts";
import { toTraditional } from "./to-traditional.ts";

const asWritten: Record<string, string> = {
  裏: "裡",
  爲: "為",
  羣: "群",
  着: "著",
  衆: "眾",
  麪: "麵",
};

/** Both are right, so the author's choice stands: 發布 and 發佈, 周 and 週. */
const eitherIsRight = new Set("布周游划台");

/**
 * Mend Simplified characters left over in a Traditional text, as character-by-character converters leave them.
 *
 * 處于疫后恢復期 becomes 處於疫後恢復期. Only characters that Simplified writes alike can be such remains. One that the text
 * itself tells apart (it has both 后 and 後) is taken as meant, unless Traditional does not have it at all.
 */
export function repair(text: string, { start, end }: { start: number; end: number }): Piece[] {
  const source = text.slice(start, end);
  const simplified = joinPieces(toSimplified([{ start: 0, end: source.length, text: source }]));
  const standard = joinPieces(toTraditional(simplified, 0, simplified.length));
  if (simplified.length !== source.length || standard.length !== source.length)
    return [{ start, end, text: source }];
  const { simplified: foreign } = scriptCharacters();
  let mended = "";
  for (let at = 0; at < source.length; at++) {
    const written = source.charAt(at);
    const better = standard.charAt(at);
    const isRemains =
      written === simplified.charAt(at) && written !== better && !eitherIsRight.has(written);
    const isMeant =
      !foreign.has(written) &&
      (text.includes(better) || text.includes(asWritten[better] ?? better));
    mended += isRemains && !isMeant ? better : written;
  }
  return [{ start, end, text: mended }];
}
