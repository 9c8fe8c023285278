import { describe, expect, it } from "vitest";

import { createConverter } from "../../lib/zh/converter.ts";

const toHant = createConverter({ from: "zh-Hans", to: "zh-Hant" });
const toHans = createConverter({ from: "zh-Hant", to: "zh-Hans" });
const toTaiwan = createConverter({ from: "zh-Hans", to: "zh-Hant-TW" });
const toHongKong = createConverter({ from: "zh-Hans", to: "zh-Hant-HK" });

describe("createConverter", () => {
  it.each([
    ["联系我们，并回答提问", "聯繫我們，並回答提問"],
    ["这一特征处于疫后的新征程", "這一特徵處於疫後的新征程"],
    ["采购干部干预干燥剂的制造制度", "採購幹部干預乾燥劑的製造制度"],
    ["皇后以后发展头发系统的联系", "皇后以後發展頭髮系統的聯繫"],
    ["发展中国家用电脑发邮件", "發展中國家用電腦發郵件"],
    ["他说“这是‘第一’的意思”", "他說「這是『第一』的意思」"],
    ["他的头发干了，公司又干了十年", "他的頭髮乾了，公司又幹了十年"],
    ["等油漆干透再动", "等油漆乾透再動"],
    ["夜班的于师傅姓于，归功于老师", "夜班的于師傅姓于，歸功於老師"],
    ["百姓于乱世", "百姓於亂世"],
    ["董事长于得水，于会上致辞", "董事長于得水，於會上致辭"],
    ["胡同里的人刮了胡子，窗外刮着北风", "胡同裡的人刮了鬍子，窗外颳著北風"],
    ["面点师傅于海波放入葱花和干辣椒", "麵點師傅于海波放入蔥花和乾辣椒"],
    ["董事长钟𠮷说", "董事長鍾𠮷說"],
    ["头\ud842发", "頭\ud842發"],
    [
      "台风扇动海浪，三台风扇；台风机制，十二台风机",
      "颱風扇動海浪，三台風扇；颱風機制，十二台風機",
    ],
    ["服务台在一楼，服务台风预警", "服務台在一樓，服務颱風預警"],
    ["提升斗志，升斗小民", "提升鬥志，升斗小民"],
    ["淀山湖的沉淀", "淀山湖的沉澱"],
    ["外表带着稚气，皮质表带", "外表帶著稚氣，皮質錶帶"],
  ])("writes %s as %s at zh-Hant", (simplified, traditional) => {
    expect(toHant.convertText(simplified)).toBe(traditional);
  });

  it.each([
    ["聯繫方式：蘭順長", "联系方式：兰顺长"],
    ["他說「這是『第一』的意思」", "他说“这是‘第一’的意思”"],
    ["裡面有著名的乾隆年間乾燥花", "里面有著名的乾隆年间干燥花"],
  ])("writes %s as %s at zh-Hans", (traditional, simplified) => {
    expect(toHans.convertText(traditional)).toBe(simplified);
  });

  it("uses Taiwan's words for zh-Hant-TW alone", () => {
    expect(toTaiwan.convertText("软件和视频")).toBe("軟體和影片");
    expect(toHant.convertText("软件和视频")).toBe("軟件和視頻");
  });

  it.each([
    ["将文件拖到文件夹图标上", "將檔案拖到資料夾圖示上"],
    ["政府印发文件", "政府印發文件"],
    ["手机支持无线充电，政府支持创新", "手機支援無線充電，政府支持創新"],
    ["双方通过谈判达成协议，大会通过决议", "雙方透過談判達成協議，大會通過決議"],
    ["请勿移动设备，请用移动设备登录", "請勿移動設備，請用行動裝置登入"],
    ["水管接口渗水", "水管接口滲水"],
    ["骏马奔驰，奔驰召回轿车", "駿馬奔馳，賓士召回轎車"],
    ["小区内没有出租车位", "社區內沒有出租車位"],
    ["请站在线外等候", "請站在線外等候"],
    ["物体的质量与加速度，产品的质量。产品质量", "物體的質量與加速度，產品的質量。產品品質"],
  ])("weighs the sense of a word of Taiwan: %s", (simplified, taiwan) => {
    expect(toTaiwan.convertText(simplified)).toBe(taiwan);
  });

  it.each([
    ["《个人信息保护法》", "《個人信息保護法》"],
    ["某某软件股份有限公司开发软件", "某某軟件股份有限公司開發軟體"],
    ["《泰坦尼克号》", "《鐵達尼號》"],
  ])("leaves the names of laws and companies their words: %s", (simplified, taiwan) => {
    expect(toTaiwan.convertText(simplified)).toBe(taiwan);
  });

  it("takes Taiwan's words back, but for those that mean two things", () => {
    const back = createConverter({ from: "zh-Hant-TW", to: "zh-Hans" });
    expect(back.convertText("到航廈領登機證，在月臺下車")).toBe("到航站楼领登机牌，在月台下车");
  });

  it("uses Hong Kong's characters for zh-Hant-HK", () => {
    expect(toHongKong.convertText("台湾说着里面")).toBe("台灣説着裏面");
  });

  it.each([
    ["联系我们：联系人、联系电话", "聯絡我們：聯絡人、聯絡電話"],
    ["能联系到我们，并取得联系", "能聯絡到我們，並取得聯絡"],
    ["与我们联系紧密，联系实际，联系人民", "與我們聯繫緊密，聯繫實際，聯繫人民"],
    ["要联系我们的实际，也联系我们自身", "要聯繫我們的實際，也聯繫我們自身"],
  ])("gets in touch in Taiwan and Hong Kong, but ties together as before: %s", (hans, hant) => {
    expect([toTaiwan, toHongKong].map(({ convertText }) => convertText(hans))).toEqual([
      hant,
      hant,
    ]);
  });

  it("tells the script by itself when asked to", () => {
    const auto = createConverter({ from: "auto", to: "zh-Hans" });
    expect(auto.convertText("繁體與簡體")).toBe("繁体与简体");
    expect(auto.convertText("繁体与简体")).toBe("繁体与简体");
  });

  it("mends what a character-by-character converter left behind in Traditional text", () => {
    const same = createConverter({ from: "zh-Hant", to: "zh-Hant" });
    expect(same.convertText("聯系我們，并處于特征采購")).toBe("聯繫我們，並處於特徵採購");
    expect(same.convertText("太后走後，后妃也走了")).toBe("太后走後，后妃也走了");
  });

  it.each([
    "请看 https://www.example.com/新闻/后台?q=发",
    "写信到 ir@example.com",
    "`后台.发布()`",
    "#云发布后台#",
    "@后台小编",
  ])("leaves the address, code or tag of %s alone", (text) => {
    const untouched = text.replace(/^(请看|写信到) /u, "");
    expect(toHant.convertText(text)).toContain(untouched);
  });
});

describe("the editor's say", () => {
  const glossary = [
    { forms: { "zh-Hans": "台积电", "zh-Hant": "台積電" }, match: "always" as const },
    { forms: { "zh-Hans": "云上厦门", "zh-Hant": "雲上廈門" }, match: "always" as const },
    { forms: { "zh-Hans": "云上", "zh-Hant": "云上" }, match: "always" as const },
    { forms: { "zh-Hans": "于正", "zh-Hant": "于正" }, match: "word" as const },
  ];

  it("lets the longest term win", () => {
    const { convertText } = createConverter({ from: "zh-Hans", to: "zh-Hant", glossary });
    expect(convertText("云上厦门与云上")).toBe("雲上廈門與云上");
  });

  it("fires a word entry only between word borders", () => {
    const { convertText } = createConverter({ from: "zh-Hans", to: "zh-Hant", glossary });
    expect(convertText("关于正式发布，导演于正出席")).toBe("關於正式發布，導演于正出席");
  });

  it("lets an article's override beat the glossary, and one for the locale beat a general one", () => {
    const overrides = [
      { from: "台积电", to: "臺積" },
      { from: "台积电", to: "臺積電", locale: "zh-Hant" as const },
      { from: "台积电", to: "TSMC", locale: "zh-Hans" as const },
    ];
    const { convertText } = createConverter({
      from: "zh-Hans",
      to: "zh-Hant",
      glossary,
      overrides,
    });
    expect(convertText("台积电")).toBe("臺積電");
  });

  it("knows a term by any of its forms", () => {
    const { convertText } = createConverter({ from: "zh-Hant", to: "zh-Hans", glossary });
    expect(convertText("台積電與雲上廈門")).toBe("台积电与云上厦门");
  });
});
