import { scriptCharacters } from "./scripts.ts";
import { scriptOf, type Variant } from "./variants.ts";

/** A character of the other script, with the text around it. */
export type Leak = { start: number; end: number; character: string; context: string };

const reach = 6;

function allowedRanges(text: string, allowed: readonly string[]): [number, number][] {
  return allowed
    .filter((each) => each !== "")
    .flatMap((each) =>
      Array.from(
        text.matchAll(new RegExp(each.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "g")),
        ({ index }): [number, number] => [index, index + each.length],
      ),
    );
}

/**
 * Find characters that the variant's script does not have: Simplified ones in /zh-Hant, Traditional ones in /zh-Hans.
 *
 * Characters that both scripts write (后 里 面) are never leaks, so a wrong word can still pass. `allowed` names stretches that stay in the
 * other script on purpose: locked names, file names, the label of the script switch.
 */
export function findLeaks(text: string, variant: Variant, allowed: readonly string[] = []): Leak[] {
  const { simplified, traditional } = scriptCharacters();
  const foreign = scriptOf(variant) === "zh-Hans" ? traditional : simplified;
  const ranges = allowedRanges(text, allowed);
  const leaks: Leak[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const at = start;
    if (foreign.has(character) && !ranges.some(([from, to]) => from <= at && at < to)) {
      leaks.push({
        start,
        end,
        character,
        context: text.slice(Math.max(0, start - reach), end + reach),
      });
    }
    start = end;
  }
  return leaks;
}
