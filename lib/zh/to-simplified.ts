import charactersData from "./data/characters.json" with { type: "json" };
import phrases from "./data/phrases.json" with { type: "json" };
import { PhraseTable, readRows } from "./phrase-table.ts";
import type { Piece } from "./pieces.ts";
import { rewrite } from "./rewrite.ts";

/** 覆 as an answer or a second look is 复; OpenCC's list has only the commonest. */
const answered: readonly (readonly [string, string])[] = [
  ["覆函", "复函"],
  ["函覆", "函复"],
  ["覆信", "复信"],
  ["覆文", "复文"],
  ["電覆", "电复"],
  ["覆核", "复核"],
  ["覆審", "复审"],
  ["覆查", "复查"],
  ["覆驗", "复验"],
  ["覆診", "复诊"],
  ["覆議", "复议"],
  ["覆選", "复选"],
  ["覆檢", "复检"],
];

/** 著 of who wrote it stays, where OpenCC's list has only the commonest; what goes on after a verb is 着. */
const authored: readonly (readonly [string, string])[] = [
  "編著=编著 撰著=撰著 譯著=译著 專著=专著 原著=原著 遺著=遗著 拙著=拙著 校著=校著 論著=论著",
  "執著=执着 討論著=讨论着 談論著=谈论着 議論著=议论着 爭論著=争论着 辯論著=辩论着 評論著=评论着",
  "編著辮=编着辫 編著花=编着花 編著草=编着草 編著竹=编着竹 主編著重=主编着重 看著書=看着书 讀著書=读着书 捧著書=捧着书 翻著書=翻着书",
]
  .flatMap((line) => line.split(" "))
  .flatMap((row) => {
    const [word = "", form = ""] = row.split("=");
    // In standard Traditional the particle is 着, and so is what Taiwan writes 著 in a word that its list lacks.
    return [[word, form] as const, [word.replace("著", "着"), form] as const];
  });

let shared: PhraseTable | null = null;

/** OpenCC's phrases and characters from standard Traditional to Simplified. */
export function simplifiedTable(): PhraseTable {
  shared ??= new PhraseTable(
    [
      ...answered,
      ...authored,
      ...readRows(phrases.standardToSimplified),
      ...readRows(charactersData.standardToSimplified),
    ],
    6000,
  );
  return shared;
}

/** Convert pieces of standard Traditional to Simplified. */
export function toSimplified(pieces: readonly Piece[]): Piece[] {
  return rewrite(pieces, simplifiedTable());
}
