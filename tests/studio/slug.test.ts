import { readdirSync } from "node:fs";
import { join } from "node:path";

import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";

import { isOwnAddress, isSlug, slugFromTitle } from "../../lib/studio/slug.ts";

describe("slugFromTitle", () => {
  it.each([
    {
      name: "joins a word's syllables and separates words",
      title: "绿色工厂",
      slug: "lvse-gongchang",
    },
    { name: "reads a character by its word", title: "银行行长", slug: "yinhang-hangzhang" },
    { name: "leaves out words that say nothing", title: "技术的发展", slug: "jishu-fazhan" },
    { name: "keeps numbers and Latin words", title: "ISO 9001 认证", slug: "iso-9001-renzheng" },
    {
      name: "reads 重 and 长 by their words",
      title: "重庆的孩子长大",
      slug: "chongqing-haizi-zhangda",
    },
    { name: "takes accents off Latin letters", title: "Café 与 Straße", slug: "cafe-strasse" },
    { name: "answers nothing for nothing readable", title: "！？", slug: "" },
    { name: "survives a character beyond the basic plane", title: "𠮷祥", slug: "xiang" },
  ])("$name", ({ title, slug }) => {
    expect(slugFromTitle(title, pinyin)).toBe(slug);
  });

  it("ends a long one at a word, within what a slug may hold", () => {
    const slug = slugFromTitle(
      "公司在厦门召开年度技术发展大会并发布新一代节能产品".repeat(3),
      pinyin,
    );
    expect(slug.length).toBeLessThanOrEqual(48);
    expect(slug).toMatch(/^gongsi-xiamen-.*[a-z]$/);
    expect(isSlug(slug)).toBe(true);
  });
});

describe("characters of several readings", () => {
  const asWords = (text: string) =>
    text.split(" ").map((pair) => {
      const [word = "", said = ""] = pair.split("=");
      return { word, said };
    });

  it.each([
    {
      kind: "还: what is given back",
      words:
        "还款=huankuan 还贷=huandai 退耕还林=tuigenghuanlin 归还=guihuan 还有=haiyou 还是=haishi",
    },
    {
      kind: "places with old readings",
      words:
        "单县=shanxian 解州=xiezhou 任丘=renqiu 盖州=gaizhou 番禺=panyu 乐清=yueqing 乐亭=laoting 洪洞=hongtong 歙县=shexian 六安=luan 蔚县=yuxian 都匀=duyun 重庆=chongqing 朝阳=chaoyang 厦门=xiamen 长治=changzhi 长子县=zhangzixian",
    },
    { kind: "重", words: "重组=chongzu 重塑=chongsu 重启=chongqi 重工=zhonggong 净重=jingzhong" },
    { kind: "长", words: "秘书长=mishuzhang 河长制=hezhangzhi 增长=zengzhang 长度=changdu" },
    {
      kind: "行",
      words: "央行=yanghang 一行=yixing 排行榜=paihangbang 行动=xingdong 行情=hangqing",
    },
    { kind: "乐", words: "音乐=yinyue 娱乐=yule 乐器=yueqi 乐园=leyuan" },
    { kind: "朝", words: "今朝=jinzhao 朝霞=zhaoxia 王朝=wangchao 朝向=chaoxiang" },
    { kind: "参", words: "红参=hongshen 人参=renshen 参展=canzhan 参差=cenci" },
    { kind: "给", words: "给排水=jipaishui 供给=gongji 给力=geili" },
    { kind: "会", words: "会计=kuaiji 会议=huiyi 会稽=kuaiji" },
    { kind: "调", words: "调岗=diaogang 南水北调=nanshuibeidiao 调度=diaodu 调整=tiaozheng" },
    { kind: "藏", words: "青藏=qingzang 西藏=xizang 收藏=shoucang 藏品=cangpin" },
    { kind: "都", words: "首都=shoudu 古都=gudu 都是=doushi" },
    { kind: "率", words: "率队=shuaidui 率先=shuaixian 合格率=hegelv 功率=gonglv" },
    {
      kind: "解 盖 仇 华 折",
      words: "解决=jiejue 覆盖=fugai 报仇=baochou 华山=huashan 折扣=zhekou",
    },
    { kind: "of workshops", words: "热轧=rezha 薄膜=bomo 切削=qiexiao 弹簧=tanhuang 差旅=chailv" },
  ])("$kind", ({ words }) => {
    const pairs = asWords(words);
    const read = pairs.map(({ word }) => ({
      word,
      said: slugFromTitle(word, pinyin).replaceAll("-", ""),
    }));
    expect(read).toEqual(pairs);
  });

  it.each([
    { title: "曾女士来信", slug: "zeng-nvshi-laixin" },
    { title: "曾国强董事长率队", slug: "zeng-guo-qiang-dongshi-zhang-shuaidui" },
    { title: "董事长曾国强会见", slug: "dongshi-zhang-zeng-guo-qiang-huijian" },
    { title: "专访单伟民先生", slug: "zhuanfang-shan-wei-min-xiansheng" },
    { title: "仇教授谈区块链", slug: "qiu-jiaoshou-tan-qukuai-lian" },
    { title: "盖经理盖章", slug: "ge-jingli-gaizhang" },
    { title: "解总解读", slug: "xie-zong-jiedu" },
    { title: "区总到开发区", slug: "ou-zong-dao-kaifa-qu" },
    { title: "朴部长", slug: "piao-buzhang" },
    { title: "查博士核查", slug: "zha-boshi-hecha" },
    { title: "乐女士音乐会", slug: "yue-nvshi-yinyue-hui" },
    { title: "种总裁", slug: "chong-zongcai" },
    { title: "万俟总", slug: "mo-qi-zong" },
    { title: "尉迟恭先生", slug: "yu-chi-gong-xiansheng" },
  ])("a surname beside a title: $title", ({ title, slug }) => {
    expect(slugFromTitle(title, pinyin)).toBe(slug);
  });

  it.each([
    { title: "单位总经理", slug: "danwei-zongjingli" },
    { title: "区总部", slug: "qu-zongbu" },
    { title: "书记曾任厂长", slug: "shuji-cengren-changzhang" },
    { title: "曾获奖教授", slug: "ceng-huojiang-jiaoshou" },
    { title: "总经理解决问题", slug: "zongjingli-jiejue-wenti" },
    { title: "供应链长期稳定", slug: "gongying-lian-changqi-wending" },
    { title: "体重组成", slug: "tizhong-zucheng" },
    { title: "统一行动", slug: "tongyi-xingdong" },
    { title: "还建议改进", slug: "hai-jianyi-gaijin" },
    { title: "小传感器", slug: "xiao-chuanganqi" },
  ])("no name and no word of ours across words: $title", ({ title, slug }) => {
    expect(slugFromTitle(title, pinyin)).toBe(slug);
  });
});

describe("isOwnAddress", () => {
  it("knows every first part that the site has a folder for", () => {
    const folders = readdirSync(join(import.meta.dirname, "../../app/[locale]"), {
      withFileTypes: true,
    });
    const parts = folders.filter((one) => one.isDirectory()).map(({ name }) => name);
    const own = parts.filter((part) => isSlug(part));
    expect(own).toContain("contact");
    expect(own.filter((part) => !isOwnAddress(part))).toEqual([]);
    expect(isOwnAddress("about")).toBe(false);
  });
});

describe("isSlug", () => {
  it.each(["", "Big", "a b", "新闻", "a".repeat(97), "a/b", "a.b"])("refuses %j", (text) => {
    expect(isSlug(text)).toBe(false);
  });

  it.each(["a", "2026-iso-9001", "a".repeat(96)])("takes %j", (text) => {
    expect(isSlug(text)).toBe(true);
  });
});
