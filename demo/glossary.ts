import type { SeedDocument } from "./article.ts";
import { withKeys } from "./portable-text.ts";

type Term = {
  id: string;
  hans: string;
  hant: string;
  tw?: string;
  hk?: string;
  match: "always" | "word";
  note: string;
};

const terms: Term[] = [
  {
    id: "houfan",
    hans: "后帆",
    hant: "后帆",
    match: "word",
    note: "品牌名，「后」是创始人的姓，任何字体下都写「后」。按词匹配：「台风过后帆船回港」里不是它。",
  },
  {
    id: "houlink",
    hans: "云帆",
    hant: "云帆",
    match: "word",
    note: "云监测平台的注册商标，两种字体同形。",
  },
  {
    id: "hou-zhentao",
    hans: "后振涛",
    hant: "后振濤",
    match: "always",
    note: "创始人，姓后不姓後。",
  },
  {
    id: "xiao-kejian",
    hans: "肖克俭",
    hant: "肖克儉",
    match: "always",
    note: "本人姓肖，不写作蕭。",
  },
  {
    id: "zhong-yining",
    hans: "钟以宁",
    hant: "鍾以寧",
    match: "always",
    note: "姓氏的钟写作鍾，钟表的钟写作鐘。",
  },
  { id: "fan-siyuan", hans: "范思远", hant: "范思遠", match: "always", note: "姓范，不是範。" },
  { id: "yu-haining", hans: "于海宁", hant: "于海寧", match: "always", note: "姓于，不是於。" },
  { id: "yu-jing", hans: "于静", hant: "于靜", match: "word", note: "质检员，姓于。" },
  {
    id: "yu-dagu",
    hans: "于大谷",
    hant: "于大谷",
    match: "always",
    note: "姓于，名字里的谷是山谷。",
  },
  { id: "yu-yifan", hans: "余一帆", hant: "余一帆", match: "always", note: "姓余，不是餘。" },
  {
    id: "zhong-xiaoman",
    hans: "钟小满",
    hant: "鍾小滿",
    match: "always",
    note: "姓氏的钟写作鍾。",
  },
  {
    id: "miit",
    hans: "工业和信息化部",
    hant: "工業和信息化部",
    tw: "工業和信息化部",
    hk: "工業和信息化部",
    match: "always",
    note: "机构名照原名转写，不换用当地词汇。",
  },
  {
    id: "sensor",
    hans: "传感器",
    hant: "傳感器",
    tw: "感測器",
    hk: "感應器",
    match: "word",
    note: "产品词。",
  },
  {
    id: "software",
    hans: "软件",
    hant: "軟件",
    tw: "軟體",
    hk: "軟件",
    match: "word",
    note: "产品词。",
  },
  {
    id: "network",
    hans: "网络",
    hant: "網絡",
    tw: "網路",
    hk: "網絡",
    match: "word",
    note: "产品词。",
  },
  {
    id: "inverter",
    hans: "变频器",
    hant: "變頻器",
    tw: "變頻器",
    hk: "變頻器",
    match: "word",
    note: "产品词，各地同名。",
  },
  {
    id: "diaphragm-valve",
    hans: "隔膜阀",
    hant: "隔膜閥",
    tw: "隔膜閥",
    hk: "隔膜閥",
    match: "word",
    note: "产品词。",
  },
  {
    id: "metering-pump",
    hans: "计量泵",
    hant: "計量泵",
    tw: "定量泵浦",
    hk: "計量泵",
    match: "word",
    note: "产品词，台湾称定量泵浦。",
  },
  {
    id: "magnetic-pump",
    hans: "磁力泵",
    hant: "磁力泵",
    tw: "磁力泵浦",
    hk: "磁力泵",
    match: "word",
    note: "产品词，台湾称磁力泵浦。",
  },
];

/** How the company's own words are written in each locale. */
export const glossary: SeedDocument[] = terms.map(({ id, hans, hant, tw, hk, match, note }) => ({
  _id: `glossary-${id}`,
  _type: "glossaryTerm",
  forms: withKeys([
    { locale: "zh-Hans", text: hans },
    { locale: "zh-Hant", text: hant },
    { locale: "zh-Hant-TW", text: tw ?? hant },
    { locale: "zh-Hant-HK", text: hk ?? hant },
  ]),
  match,
  note,
}));
