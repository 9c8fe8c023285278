import { describe, expect, it } from "vitest";
import { z } from "zod";

import { documents } from "../../demo/documents.ts";
import { createConverter } from "../../lib/zh/converter.ts";
import type { Variant } from "../../lib/zh/variants.ts";
import { wordsOf } from "./read-documents.ts";

const locale = z.enum(["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"]);
const termSchema = z.object({
  match: z.enum(["always", "word"]),
  forms: z.array(z.object({ locale, text: z.string() })),
});
const articleSchema = z.object({
  title: z.string(),
  body: z.array(z.unknown()),
  script: z.enum(["zh-Hans", "zh-Hant"]),
  overrides: z.array(z.object({ from: z.string(), to: z.string(), locale })).optional(),
});

const all = documents(new Date("2026-11-23T02:00:00.000Z"));

const glossary = all
  .filter(({ _type }) => _type === "glossaryTerm")
  .map((term) => termSchema.parse(term))
  .map(({ match, forms }) => ({
    match,
    forms: Object.fromEntries(forms.map((form) => [form.locale, form.text])),
  }));

function read(slug: string, to: Variant): string {
  const found = all.find(({ _id }) => _id === `article-${slug}`);
  const { title, body, script, overrides = [] } = articleSchema.parse(found);
  const mine = overrides.filter((override) => override.locale === to);
  const converter = createConverter({ from: script, to, glossary, overrides: mine });
  return converter.convertText(title) + wordsOf(converter.convertPortableText(body));
}

describe("the demo in Traditional", () => {
  it.each([
    [
      "sanqi-gongchang-touchan",
      ["新征程", "顯著特徵", "一根頭髮直徑", "發展的節奏", "乾淨", "后振濤", "裡面"],
    ],
    [
      "nianhui-de-huanghou",
      ["皇后", "以後", "頭髮", "發福利", "發麵條", "小丑", "前仆後繼", "演僕人的", "還在鬥"],
    ],
    [
      "taifeng-guohou",
      ["颱風過後帆船", "后帆的應急", "三公里", "稻穀", "山谷", "樹幹", "於是", "范思遠"],
    ],
    ["laochang-de-zhong", ["時鐘", "恰好姓鍾", "茶几", "慢幾秒", "麵條", "四個週末", "一隻時鐘"]],
    ["zhongqiu-bobing", ["六隻骰子", "丑時", "于大谷", "谷地", "於是"]],
    [
      "xunjian-che-shang",
      ["四千公里", "里程", "雲裡", "放鬆的人", "座鐘", "憑藉", "借一步", "肖波", "葉可"],
    ],
    ["houfan-shiwu-nian", ["乾摩擦", "剩餘", "余工", "半斗", "斗笠", "六里路", "余靜雯"]],
    ["yiwan-miantiao", ["麵條", "表面", "麵粉", "裡面", "幾台", "麵帶"]],
    ["ganshi-yunzhuan", ["乾式", "乾淨", "若干", "干預", "幹部", "主幹", "幹活"]],
    ["yelun-yi-limi", ["葉輪", "葉師傅", "校準", "捲出來", "精緻", "整理頭髮"]],
    ["yunfan-jiance-he", ["系統", "聯繫", "雲計算", "直掛雲帆濟", "云帆監測盒", "特徵值", "干預"]],
    ["fuzhi-yitiao-chanxian", ["複製", "制度", "製造業", "兩百隻", "剩餘"]],
    [
      "zhongxiao-qiye-liangxiang-xingdong",
      ["聯繫", "並對照", "特徵", "採購", "處於", "疫後", "新征程", "工業和信息化部"],
    ],
    ["shangu-daogu", ["山谷", "稻穀", "穀殼", "小范姓范", "範圍", "並不"]],
    ["caigou-bushi-caifang", ["採購", "採訪", "批准", "價錢", "以後", "肖雨桐"]],
    ["kongzi-yun", ["孔子云", "雲計算", "佔用", "會從上午開到傍晚"]],
    ["biaozhun-zhengshi-shishi", ["關於正式", "批准", "標準", "範圍"]],
    ["nengxiao-dengji", ["余科長", "餘下", "老闆", "採購"]],
    ["zazhi-li-de-xiaoxiang", ["雜誌", "志書", "肖像", "肖遠舟", "兩隻碗"]],
    ["wanbao-wenda", ["皇天后土", "皇后", "修到後來", "於是", "裡面"]],
    ["diantai-li-de-beng", ["電台", "一台泵", "里程碑", "鐘敲", "質檢員于靜", "其餘"]],
    ["jilupian-yidi-shui", ["占卜", "佔了", "小丑", "征程", "抹布"]],
    ["kefu-rexian-tiaozheng", ["由于海寧主管", "批准", "一刻鐘"]],
    ["huishou-jiuban", ["回收", "範圍", "鍾小滿"]],
    ["gongyingshang-zhidu", ["採購", "制度", "問卷", "回執", "范思遠經理"]],
  ])("%s reads %s", (slug, expected) => {
    const text = read(slug, "zh-Hant");
    expect(expected.filter((words) => !text.includes(words))).toEqual([]);
  });

  it("uses the words of Taiwan where the glossary has them, and leaves the ministry's name alone", () => {
    expect(read("yunfan-jiance-he", "zh-Hant-TW")).toContain("感測器");
    expect(read("zhongxiao-qiye-liangxiang-xingdong", "zh-Hant-TW")).toContain("工業和信息化部");
  });
});

describe("the demo's Traditional article in Simplified", () => {
  it("keeps 乾隆 and the names, and turns the rest", () => {
    const text = read("cong-taizhong-dao-xiamen", "zh-Hans");
    const expected = [
      "乾隆年间",
      "黄乾德",
      "干净",
      "头发",
      "里面",
      "一只钟",
      "于是",
      "余工",
      "后帆",
      "“",
      "旧账",
    ];
    expect(expected.filter((words) => !text.includes(words))).toEqual([]);
  });
});
