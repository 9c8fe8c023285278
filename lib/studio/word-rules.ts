import { type Said, say } from "./locale/say";

/** A word to think about twice, and why. */
type WordRule = { pattern: RegExp; reason: string };

/**
 * Words that trouble a Chinese company's advertising, in both scripts.
 *
 * Article 9 (3) of the Advertising Law forbids 国家级, 最高级, 最佳 and the like; articles 9 and 28 add
 * promises that cannot be proven. 最大流量 or 第一台 are plain facts, so only whole claims are listed.
 */
const rules: readonly WordRule[] = [
  {
    pattern:
      /国家级|國家級|最高级|最高級|最佳|最优秀|最優秀|最先进|最先進|最好的|顶级|頂級|极品|極品/u,
    reason: "《广告法》第九条禁止这类最高级用语，请改用可以证明的事实",
  },
  {
    pattern:
      /(?:全国|全國|全球|世界|行业|行業|国内|國內)(?:第一|首创|首創|首家|唯一)|第一品牌|独一无二|獨一無二|绝无仅有|絕無僅有|史无前例|史無前例/u,
    reason: "排名和唯一要有依据：请写明来源和时间，或换一种说法",
  },
  {
    pattern:
      /(?:100%|百分之百|百分百|绝对|絕對)(?:有效|安全|可靠|无故障|無故障)|永不(?:磨损|磨損|故障)|零风险|零風險|万能|萬能/u,
    reason: "无法证明的保证会被认定为虚假宣传",
  },
];

export type Finding = { word: string; reason: string };

/** Find the words of a text that a rule warns of; each word once. Nothing is ever rewritten. */
export function findWords(text: string): Finding[] {
  const found = rules.flatMap(({ pattern, reason }) =>
    Array.from(text.matchAll(new RegExp(pattern, "gu")), ([word]) => ({ word, reason })),
  );
  return found.filter(({ word }, at) => found.findIndex((other) => other.word === word) === at);
}

/** A validation message for a text, or true when nothing is found. */
export function checkWords(text: string | undefined): Said | true {
  const [first, ...others] = findWords(text ?? "");
  if (first === undefined) return true;
  const words = [first, ...others].map(({ word }) => `“${word}”`).join("");
  const { "zh-Hans": hans, "zh-Hant": hant } = say(first.reason);
  return { "zh-Hans": `${words}：${hans}`, "zh-Hant": `${words}：${hant}` };
}
