import { standardCharacters } from "./characters.ts";
import { applyContext, decidedByContext } from "./context.ts";
import { createConverter } from "./converter.ts";
import { decider } from "./decide.ts";
import { detectScript } from "./detect.ts";
import { doubtsInTraditional } from "./doubts-in-traditional.ts";
import { gapsBetween } from "./fixed-ranges.ts";
import type { GlossaryTerm, Override } from "./glossary.ts";
import { hanRunEnd } from "./han.ts";
import { lexicon } from "./lexicon.ts";
import { findNames } from "./names.ts";
import { segment } from "./segment.ts";
import type { Variant } from "./variants.ts";
import { wordsOf } from "./word-borders.ts";

/** A place an editor should look at: the stretch, what was chosen, what else it could be, and why it is in doubt. */
export type Flag = {
  start: number;
  end: number;
  form: string;
  alternatives: string[];
  reason: "one-to-many" | "name" | "regional";
};

export type ReviewOptions = {
  from: Variant | "auto";
  to: Variant;
  glossary?: readonly GlossaryTerm[];
  overrides?: readonly Override[];
};

type Doubt = Flag & { weight: number };

/** At most this many flags in 10,000 characters; more would not be read. */
const perTenThousand = 20;

/** Characters with several forms that are in doubt when they stand alone and no context rule speaks. */
const doubtfulCharacters: Record<string, string> = {
  干: "幹乾干",
  系: "系係繫",
  制: "制製",
  复: "復複覆",
  征: "徵征",
  斗: "鬥斗",
  松: "松鬆",
  冲: "衝沖",
  谷: "谷穀",
  卷: "卷捲",
  舍: "舍捨",
  准: "準准",
  面: "面麵",
  范: "范範",
  余: "余餘",
  涂: "涂塗",
  郁: "郁鬱",
  朴: "朴樸",
  姜: "姜薑",
  云: "雲云",
  丑: "醜丑",
  咸: "鹹咸",
  曲: "曲麴",
  升: "升昇",
  志: "志誌",
  注: "注註",
  钟: "鐘鍾",
  御: "御禦",
  辟: "闢辟",
  借: "借藉",
  吁: "籲吁",
  汇: "匯彙",
  并: "並併",
};

/** Words that mean two things, each with its own form. */
const doubtfulWords: Record<string, readonly string[]> = {
  复议: ["復議", "複議", "覆議"],
  复审: ["複審", "復審", "覆審"],
  复试: ["複試", "復試"],
  自制: ["自制", "自製"],
  压制: ["壓制", "壓製"],
  创制: ["創制", "創製"],
  干将: ["幹將", "干將"],
  不准: ["不准", "不準"],
  影后: ["影后", "影後"],
  歌后: ["歌后", "歌後"],
  海里: ["海里", "海裡"],
  向导: ["嚮導", "向導"],
  里德: ["里德", "裡德"],
  并购: ["併購", "並購"],
  元后: ["元后", "元後"],
};

/** Words that Taiwan says otherwise in one of their senses, and that are left as they are. */
const regionalWords: Record<string, string> = {
  项目: "專案",
  程序: "程式",
  文件: "檔案",
  菜单: "選單",
  集群: "叢集",
  激活: "啟用",
  默认值: "預設值",
  水平: "水準",
  接口: "介面",
  质量: "品質",
};

function namesIn(text: string, start: number, end: number): Doubt[] {
  return findNames(text, segment(text, start, end, lexicon())).map((name) => ({
    start: name.start,
    end: name.end,
    form: name.form,
    alternatives: [],
    reason: "name",
    weight: 1,
  }));
}

/** How doubtful a word with several forms is; 0 when its context speaks clearly. */
function weightOf(text: string, start: number, end: number): number {
  const word = text.slice(start, end);
  if (doubtfulWords[word]) return 3;
  // 两县并为一县 merges, 并为统辖 goes on.
  if (word === "并") return /^[为成归]/u.test(text.slice(end, end + 1)) ? 1 : 0;
  return decidedByContext(text, start, end) ? 0 : 2;
}

function wordsIn(text: string, start: number, end: number, to: Variant): Doubt[] {
  const words = lexicon();
  const segmentation = segment(text, start, end, words);
  const settled = applyContext(text, segmentation);
  const doubts: Doubt[] = [];
  let at = start;
  for (const [index, stop] of segmentation.ends.entries()) {
    const word = text.slice(at, stop);
    const forms = doubtfulWords[word] ?? Array.from(doubtfulCharacters[word] ?? "");
    const regional = to === "zh-Hant-TW" ? regionalWords[word] : undefined;
    if (forms.length > 0) {
      const known = settled?.get(at) ?? words.formOf(segmentation.entries[index] ?? 0);
      const form = known ?? standardCharacters().formAt(text, at);
      const alternatives = forms.filter((each) => each !== form);
      doubts.push({
        start: at,
        end: stop,
        form,
        alternatives,
        reason: "one-to-many",
        weight: weightOf(text, at, stop),
      });
    } else if (regional) {
      doubts.push({
        start: at,
        end: stop,
        form: word,
        alternatives: [regional],
        reason: "regional",
        weight: 1,
      });
    }
    at = stop;
  }
  return doubts.filter(({ weight }) => weight > 0);
}

function doubtsIn(
  text: string,
  { start, end }: { start: number; end: number },
  to: Variant,
): Doubt[] {
  const doubts: Doubt[] = [];
  for (let at = start; at < end;) {
    const stop = hanRunEnd(text, at, end);
    if (stop > at) {
      const names = namesIn(text, at, stop);
      const isNamed = (doubt: Doubt) =>
        names.some((name) => name.start < doubt.end && doubt.start < name.end);
      doubts.push(...names, ...wordsIn(text, at, stop, to).filter((doubt) => !isNamed(doubt)));
    }
    at = Math.max(stop, at + 1);
  }
  return doubts;
}

/**
 * Name the places of a text whose form in the other script is uncertain, the most doubtful first kept when there are many.
 *
 * What an override, the glossary or a mark decides is not in doubt. At most 20 places in 10,000 characters, and at least one
 * in any text that has one; in order of position. Simplified text that stays Simplified has none.
 */
export function review(text: string, options: ReviewOptions): Flag[] {
  const source = options.from === "auto" ? detectScript(text) : options.from;
  if (source === options.to && source === "zh-Hans") return [];
  const ranges = decider(options)(text, [], wordsOf(text).isBorder);
  const doubts = gapsBetween(ranges, text.length).flatMap((gap) =>
    source === "zh-Hans"
      ? doubtsIn(text, gap, options.to)
      : doubtsInTraditional(text, gap, { from: source, to: options.to }),
  );
  const most = Math.max(1, Math.floor((text.length * perTenThousand) / 10_000));
  const { convertText } = createConverter({ from: source, to: options.to });
  return doubts
    .toSorted((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, most)
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, form, alternatives, reason }) => ({
      start,
      end,
      form: reason === "regional" && source === "zh-Hans" ? convertText(form) : form,
      alternatives,
      reason,
    }));
}
