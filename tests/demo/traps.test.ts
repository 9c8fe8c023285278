import { describe, expect, it } from "vitest";

import { documents } from "../../demo/documents.ts";
import { objects, wordsOf } from "./read-documents.ts";

const all = documents(new Date("2026-11-23T02:00:00.000Z"));
const byId = new Map(all.map((document) => [document._id, document]));
const find = (id: string) => byId.get(id) ?? {};

describe("the demo's traps", () => {
  it.each([
    { id: "sanqi-gongchang-touchan", words: ["新征程", "特征", "发展", "干净", "里面", "后振涛"] },
    {
      id: "nianhui-de-huanghou",
      words: ["头发", "理发", "假发", "皇后", "以后", "小丑", "前仆后继"],
    },
    { id: "taifeng-guohou", words: ["台风过后帆船", "稻谷", "山谷", "三公里", "树干", "于是"] },
    {
      id: "laochang-de-zhong",
      words: ["时钟", "姓钟", "茶几", "几秒", "松了", "十九公里", "里程"],
    },
    { id: "zhongqiu-bobing", words: ["六只", "丑时", "于师傅", "于是", "谷地"] },
    { id: "xunjian-che-shang", words: ["里程", "云里", "放松", "座钟", "凭借", "借一步", "肖波"] },
    { id: "houfan-shiwu-nian", words: ["干摩擦", "剩余", "余工", "半斗", "斗笠", "花卷", "一卷"] },
    { id: "yiwan-miantiao", words: ["面条", "表面", "面粉", "里面", "几台", "于是"] },
    { id: "ganshi-yunzhuan", words: ["干式", "干净", "若干", "干预", "干部", "主干", "干活"] },
    { id: "yelun-yi-limi", words: ["叶轮", "叶师傅", "校准", "卷出来", "精致", "于是"] },
    { id: "yunfan-jiance-he", words: ["系统", "联系", "云计算", "直挂", "特征", "干预"] },
    { id: "fuzhi-yitiao-chanxian", words: ["复制", "制度", "制造", "两百只", "剩余"] },
    {
      id: "zhongxiao-qiye-liangxiang-xingdong",
      words: ["疫后", "处于", "联系", "并", "采购", "新征程"],
    },
    { id: "shangu-daogu", words: ["山谷", "稻谷", "小范", "范围", "并不"] },
    { id: "caigou-bushi-caifang", words: ["采购", "采访", "批准", "价钱", "以后", "肖雨桐"] },
    { id: "kongzi-yun", words: ["孔子云", "云计算", "古人云", "占用", "几年"] },
    { id: "biaozhun-zhengshi-shishi", words: ["关于正式", "批准", "标准", "范围", "合格"] },
    { id: "nengxiao-dengji", words: ["余科长", "余下", "老板", "采购", "制度", "价"] },
    {
      id: "zazhi-li-de-xiaoxiang",
      words: ["杂志", "志书", "肖像", "肖远舟", "胶卷", "采访", "两只"],
    },
    { id: "wanbao-wenda", words: ["皇天后土", "皇后", "后来", "于是", "复制", "里面"] },
    { id: "diantai-li-de-beng", words: ["电台", "一台泵", "里程碑", "钟敲", "于静", "其余"] },
    { id: "jilupian-yidi-shui", words: ["占卜", "占了", "小丑", "征程", "抹布", "十几分钟"] },
    { id: "kefu-rexian-tiaozheng", words: ["由于海宁", "批准", "一刻钟"] },
    { id: "huishou-jiuban", words: ["回收", "范围", "制度", "钟小满"] },
    { id: "gongyingshang-zhidu", words: ["采购", "制度", "问卷", "回执", "批准"] },
  ])("$id holds $words", ({ id, words }) => {
    const text = wordsOf(find(`article-${id}`));
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });

  it("cut a word in two by bold: 头|发", () => {
    const cut = objects(find("article-sanqi-gongchang-touchan")).filter(
      ({ text }) => text === "发",
    );
    expect(cut).toMatchObject([{ _type: "span", marks: ["strong"] }]);
  });

  it("lock the brand 后帆 in every locale, but only as a word", () => {
    expect(find("glossary-houfan")).toMatchObject({
      match: "word",
      forms: ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"].map((locale) => ({
        locale,
        text: "后帆",
      })),
    });
  });

  it("write one article in Traditional, with characters that Simplified must keep", () => {
    const text = wordsOf(find("article-cong-taizhong-dao-xiamen"));
    for (const word of ["乾隆", "乾淨", "頭髮", "鬆", "裡面", "一隻鐘", "於是", "「"])
      expect(text).toContain(word);
  });
});
