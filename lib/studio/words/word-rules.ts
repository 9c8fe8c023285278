import { type Said, say } from "@/lib/studio/locale/say";

import { originalOf, unmask } from "./unmask";

/** A word to think about twice, and why. */
type WordRule = { pattern: RegExp; reason: string };

/** A word that the company itself does not want to see, why, and what to write instead; the last two may be empty. */
export type OwnWord = { word: string; reason: string; suggestion: string };

/**
 * Words that trouble a Chinese company's advertising, in both scripts.
 *
 * Article 9 (3) of the Advertising Law forbids 国家级, 最高级, 最佳 and the like; articles 9 and 28 add
 * promises that cannot be proven. 最大流量 or 第一台 are plain facts, so only whole claims are listed.
 */
const rules: readonly WordRule[] = [
  {
    pattern:
      /国家级|國家級|国家級|國家级|最高级|最高級|最佳|最优秀|最優秀|最先进|最先進|最好的|顶级|頂級|頂级|顶級|极品|極品/gu,
    reason: "《广告法》第九条禁止这类最高级用语，请改用可以证明的事实",
  },
  {
    pattern:
      /(?:全国|全國|全球|世界|行业|行業|国内|國內)(?:第[一1]|首创|首創|首家|唯一)|第[一1]品牌|独一无二|獨一無二|绝无仅有|絕無僅有|史无前例|史無前例/gu,
    reason: "排名和唯一要有依据：请写明来源和时间，或换一种说法",
  },
  {
    pattern:
      /(?:100%|百分之百|百分百|绝对|絕對|绝對)(?:有效|安全|可靠|无故障|無故障)|永不(?:磨损|磨損|故障)|零风险|零風險|[万萬]能/gu,
    reason: "无法证明的保证会被认定为虚假宣传",
  },
];

export type Finding = { word: string; reason: Said };

/**
 * Find the words of a text that a rule or the company's own list warns of; each word once, as it stands in
 * the text. A masked word is found like the plain one. Nothing is ever rewritten.
 */
export function findWords(text: string, own: readonly OwnWord[] = []): Finding[] {
  const seen = unmask(text);
  const lawful = rules.flatMap(({ pattern, reason }) =>
    Array.from(seen.text.matchAll(pattern), ({ 0: plain, index }) => {
      const word = originalOf(text, seen, index, plain.length);
      return { word, reason: reasonFor(word, plain, say(reason)) };
    }),
  );
  const found = [...lawful, ...own.flatMap((entry) => findOwn(text, seen, entry))];
  return found.filter(({ word }, at) => found.findIndex((other) => other.word === word) === at);
}

function findOwn(
  text: string,
  seen: ReturnType<typeof unmask>,
  { word, reason, suggestion }: OwnWord,
): Finding[] {
  const plain = unmask(word.trim()).text.toLowerCase();
  if (plain === "") return [];
  const at = seen.text.toLowerCase().indexOf(plain);
  if (at === -1) return [];
  const why = reason.trim() === "" ? say("在本公司的用词表里") : both(reason.trim());
  const instead = suggestion.trim() === "" ? both("") : quote("，建议写", suggestion.trim());
  const found = originalOf(text, seen, at, plain.length);
  const listed = found.toLowerCase() === word.trim().toLowerCase() ? found : plain;
  return [{ word: found, reason: reasonFor(found, listed, join(why, instead)) }];
}

/** A word that hides itself looks like an intention; that is said as well. */
function reasonFor(word: string, plain: string, reason: Said): Said {
  const isPlain = word.normalize("NFKC").toLowerCase() === plain.toLowerCase();
  return isPlain ? reason : join(quote("改写过的", plain), both("："), reason);
}

const both = (text: string): Said => ({ "zh-Hans": text, "zh-Hant": text });

const quoted = (word: string): Said => ({ "zh-Hans": `“${word}”`, "zh-Hant": `「${word}」` });

const quote = (before: string, word: string): Said => join(say(before), quoted(word));

const join = (...parts: readonly Said[]): Said => ({
  "zh-Hans": parts.map((part) => part["zh-Hans"]).join(""),
  "zh-Hant": parts.map((part) => part["zh-Hant"]).join(""),
});

/** Say what was found in a text: each word with its reason, words of one reason together; true when there is nothing. */
export function sayFindings(findings: readonly Finding[]): Said | true {
  if (findings.length === 0) return true;
  const reasons = [...new Map(findings.map(({ reason }) => [reason["zh-Hans"], reason])).values()];
  const lines = reasons.map((reason) => {
    const words = findings.filter((finding) => finding.reason["zh-Hans"] === reason["zh-Hans"]);
    return join(...words.map(({ word }) => quoted(word)), both("："), reason);
  });
  return join(...lines.flatMap((line, at) => (at === 0 ? [line] : [both("；"), line])));
}
