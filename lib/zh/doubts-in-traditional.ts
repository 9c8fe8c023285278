import { hanRunEnd } from "./han.ts";
import { joinPieces } from "./pieces.ts";
import { tableFrom } from "./regional.ts";
import { repair } from "./repair.ts";
import { toSimplified } from "./to-simplified.ts";
import type { Variant } from "./variants.ts";

type Stretch = { start: number; end: number };

/** A doubtful place of a Traditional text; the weight ranks it among the others. */
export type TraditionalDoubt = Stretch & {
  form: string;
  alternatives: string[];
  reason: "one-to-many" | "regional";
  weight: number;
};

/** Characters that Simplified writes in two ways, and where the first, its usual one, is in doubt. */
const doubtfulBack: Record<string, { forms: readonly string[]; doubt: RegExp }> = {
  // 王小明著 wrote it; 看著 goes on. An author stands before a title, a bracket or the end.
  著: { forms: ["着", "著"], doubt: /^(?:$|[\s《〈（(／/])/u },
  乾: { forms: ["干", "乾"], doubt: /^[元安宇亨道清縣陵卦符]/u },
  徵: { forms: ["征", "徵"], doubt: /^[音調羽聲]/u },
  藉: { forms: ["借", "藉"], doubt: /^(?![口此由著機故助])/u },
  覆: { forms: ["覆", "复"], doubt: /^(?![蓋沒滅水轍巢舟亡])/u },
  瞭: { forms: ["了", "瞭"], doubt: /^(?![解望])/u },
  餘: { forms: ["余", "馀"], doubt: /^[年姚]$/u },
};

function doubtfulCharacters(text: string, { start, end }: Stretch): TraditionalDoubt[] {
  const doubts: TraditionalDoubt[] = [];
  for (let at = start; at < end; at++) {
    const known = doubtfulBack[text.charAt(at)];
    if (!known?.doubt.test(text.slice(at + 1, at + 3))) continue;
    const [form = "", ...alternatives] = known.forms;
    doubts.push({ start: at, end: at + 1, form, alternatives, reason: "one-to-many", weight: 2 });
  }
  return doubts;
}

const simplified = (text: string): string =>
  joinPieces(toSimplified([{ start: 0, end: text.length, text }]));

/** Taiwan's words that stay because nobody said the text is Taiwan's. */
function regionalWords(text: string, { start, end }: Stretch): TraditionalDoubt[] {
  const words = tableFrom("zh-Hant-TW", "curated");
  const doubts: TraditionalDoubt[] = [];
  for (let at = start; at < end;) {
    const match = words.longest(text, at, end);
    const stop = at + (match?.length ?? 1);
    const form = simplified(text.slice(at, stop));
    const other = match ? simplified(match.form) : form;
    if (stop > at + 1 && other !== form)
      doubts.push({
        start: at,
        end: stop,
        form,
        alternatives: [other],
        reason: "regional",
        weight: 1,
      });
    at = stop;
  }
  return doubts;
}

/** What mending changed: the author may have meant what is written. */
function mended(text: string, { start, end }: Stretch): TraditionalDoubt[] {
  const better = joinPieces(repair(text, { start, end }));
  const doubts: TraditionalDoubt[] = [];
  if (better.length !== end - start) return doubts;
  for (let at = start; at < end; at++) {
    const [written, form] = [text.charAt(at), better.charAt(at - start)];
    if (written === form) continue;
    const last = doubts.at(-1);
    if (last?.end === at) {
      last.end++;
      last.form += form;
      last.alternatives = [text.slice(last.start, last.end)];
    } else
      doubts.push({
        start: at,
        end: at + 1,
        form,
        alternatives: [written],
        reason: "one-to-many",
        weight: 2,
      });
  }
  return doubts;
}

/**
 * Find the doubtful places of a stretch of Traditional text.
 *
 * Towards Simplified they are the few characters with two forms there (著 as the author's or the particle) and, where the text is not
 * named as Taiwan's, words that only Taiwan says. Towards Traditional they are the characters that mending changes.
 */
export function doubtsInTraditional(
  text: string,
  stretch: Stretch,
  { from, to }: { from: Variant; to: Variant },
): TraditionalDoubt[] {
  if (to !== "zh-Hans") return mended(text, stretch);
  const doubts = doubtfulCharacters(text, stretch);
  if (from !== "zh-Hant") return doubts;
  for (let at = stretch.start; at < stretch.end;) {
    const stop = hanRunEnd(text, at, stretch.end);
    if (stop > at) doubts.push(...regionalWords(text, { start: at, end: stop }));
    at = Math.max(stop, at + 1);
  }
  return doubts;
}
