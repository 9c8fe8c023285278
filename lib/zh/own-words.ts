/**
 * Characters that stay as they are outside a word, where OpenCC would change them: 范 余 郁 涂 朴 stand alone far oftener as
 * surnames than in the sense 範 餘 鬱 塗 樸, which live in words; 岳 oftener as a name than as 嶽; 淀 as a lake than as 澱.
 */
export const ownCharacters = "范余郁涂朴岳淀";

/**
 * Words that OpenCC lacks, or writes otherwise than editors do, in standard Traditional; the Simplified spelling is
 * derived, or stands before an equals sign.
 *
 * A line is a class: what it is about, a colon, its words. A word costs less the longer it is (scripts/zh-data/lexicon.ts), so
 * a short one must not be the tail of one word and the head of the next. This file is read when lib/zh/data is packed.
 */
const words = `
乾, dried: 地瓜乾 哭乾 紅薯乾 香菇乾 海帶乾 乾散貨 乾濕 乾熄焦 海鮮乾貨
幹, trunk and doing: 幹將 幹支線 幹支流 幹支渠 江幹線
干, neither: 干將莫邪 江干區 單于
髮, hair: 髮膜 髮小 乾髮帽 濕髮 固髮 養髮 盤髮 紮髮 捐髮 髮泥
后, empress: 視后 后里 雙料視后
里, mile, hamlet and sound: 二萬五千里長征 的里雅斯特 亨里克 馬里 百里挑一 里坊 里夫 里瓦 里德 里奇 佩里 努里 薩里 查里 塔里木 三里河 五里坡 十里河 二里頭 八里 九里 七里河
裡, inside: 胡同裡 弄堂裡 巷子裡 院子裡 文章裡 節目裡 歌聲裡 海裡撈 血液裡 土裡 棉花地裡 賬戶裡 錢包裡 冰箱裡 群裡 圈裡 話裡 字裡 詩裡 畫裡 曲裡 影片裡 視頻裡 規則裡 里海=裏海 裡外不是人 山裡人 家裡人 村裡人 城裡人 屋裡人 廠裡人 店裡人 族裡人 院裡人 寨裡人
麵, noodles and flour: 小麵 麵線 麵業 麵企 麵製品 濕麵 鮮麵 麵胚 麵坯 粉麵 麵品 壓麵機 鹼麵 陽春麵 一碗麵 兩碗麵 碗麵 吃麵 煮麵 下麵條 賣麵 麵攤 麵條機
系, 繫 and 係: 拴繫 身繫 命繫 血脈相繫 休戚相繫 血肉相繫 繫紅領巾
準, exact: 準時 不準時
准, permitted: 照准 准生證 奉准 審准 准建 准駕 准運 准購 准售 准印 准字 准妊 准考 市場准入 准入門檻
製, made: 拉製 擀製 榨製 裱製 窖製 漬製 鑄製 鍛製 模壓製 熱壓製 燻製 初製 首製 創製藥 壓製成 自製設備 自製菜 自製劇 自製節目 自製綜藝 自製零件 自製率 自製發動機 純手工製
制, system: 克制 單打制 英制 改制為 一院制
併, merged: 整併 遷併 併校 併村 併殺
隻, counted: 隻數 數隻 羊隻 牛隻 豬隻 隻均 存欄隻
瑯, enamel: 珐琅=琺瑯
錶, clock: 錶帶 製錶師 製錶業 製錶工藝 製錶品牌 製錶大師 瑞士製錶 錶業 運動錶 陀飛輪錶 錶展 錶圈 高級製錶
曆, calendar: 校曆 天文曆 黃帝曆 共和曆 傣曆 彝曆 民國曆 希臘曆 波斯曆 印度曆 曆年制 永曆 大曆
鍾, gathered, and places: 鍾山 鍾靈 鍾靈毓秀 鍾村 鍾落潭 鍾祥 鍾情 鍾愛
穀, grain: 苞穀 穀種 穀價 穀農 穀飼 售穀 新穀 雜穀 曬穀 稻穀
谷, valley: 谷城縣 谷底 谷愛凌
衝, rushed: 衝壓 衝壓件 衝床 衝模 衝頭 衝孔 衝裁 衝到
沖, washed: 沖咖啡 沖抵 沖減 沖賬 沖調 沖倒 沖廁 手沖 手沖咖啡 沖淤 沖填 雨水沖 洪水沖 被沖走 沖上岸 慕容沖 沖之
注, poured: 加注站 加注氫 加注燃料 加注液 加注能力 加注量 氫氣加注 燃料加注 加注業務 加注車 加注槍
誌, records: 市誌 府誌 州誌 村誌 鎮誌 校誌 廠誌 年誌 銘誌 永誌
餘, left over: 餘票 大餘縣 廿餘 旬餘 歲餘 餘熱 之餘 餘額 餘數 餘料 餘糧 餘暉 餘震 餘生 餘波
範, pattern: 範兒 範數 範讀
塗, spread: 塗覆 塗敷 輥塗 浸塗 底塗 面塗 塗卡 封塗 圍塗 淤塗 海塗
薑, ginger: 嫩薑 薑農 薑業 薑田 仔薑 鮮薑 薑蒜 薑種 薑粉 薑油 沙薑 南薑 蔥薑
云, said: 古人云 俗話云 詩云 書云 古語云
斗, scoops: 翻斗 挖斗 抓斗 斗輪 斗容 斗櫃 斗魚 斗湖 吊斗 電動斗 漏斗 料斗 木斗 米斗 升斗
丑, the clown and the hour: 子丑寅卯 子丑 丑寅 名丑 丑行 生旦淨丑 乙丑 己丑
瞭 and 睏: 了望=瞭望 了望塔=瞭望塔 犯睏
讚, praised: 點讚 按讚 獲讚 集讚
surnames told as such: 云姓 鍾姓 党姓 范姓 郁姓 涂姓 谷姓 姜姓 沈姓 姓云 姓鍾 姓党 姓谷
not the rare form: 拐杖 休戚 休戚相關 休戚與共 蕩漾
names: 并州 高适 李适 万俟 天后宮
咨 and 征: 國情咨文 咨文 新征程
麴, ferment: 紅麴 製麴 麴房 麴塊 麥麴 米麴
摺 and 折: 折合 對折 折子戲
鏈, chains: 上链=上鏈
whole, where a listed word would take their first character: 量身定製 量身定做 量身打造 彈鋼琴 彈琴 彈吉他 彈奏 彈古箏 彈琵琶 息影 高性能 材質
癒, healed: 療癒 自癒 自癒力
桿, poles: 電線桿
捲, rolls: 蛋捲 蝦捲 肉捲
簽, signed: 簽核
繫, tied: 繫放
託, entrusted: 託運行李
弦, strings: 琴弦 換弦 斷弦 調弦 撥弦 心弦 管弦 管弦樂 弦樂
淀, shallow lakes: 淀山湖
澱, settled: 絮澱
台, where one is served: 服務台 服務颱風
發, not hair: 換發
回, returned: 回歸 回流 迴歸分析 線性迴歸 迴歸模型 北迴歸線 南迴歸線 迴歸線 迴歸係數 迴歸方程
複, manifold: 複調 複配 複變函數 複驗
復, again: 復校 復名 復電 復議 行政復議
家, furniture: 家具 家具城 家具行
霉, mould: 發霉
鬚, beard: 絡腮鬍鬚 鬍鬚 參鬚 留鬚 多鬚 蓄鬚
盃, cups to win: 聯合會盃 湯姆斯盃 尤伯盃 蘇迪曼盃 捧盃 非洲盃 國王盃 解放者盃
`;

/**
 * Phrases that OpenCC lists and that in prose are far oftener the end of one word and the start of the next: 岁|的钟 ...,
 * 菜单|只有, 极简|并不, 表格|里, 独裁|制度, 建筑|群后. They are no words here.
 */
export const falsePhrases: readonly string[] = `
的钟 件钟 他钟 个钟 这钟 该钟 之钟 有钟 钟不 钟没 钟有 钟差 钟快 钟慢 钟相 钟祥的 上签 单只 别只 并兼 交并 简并 忙并 相并 并为 洋面 黑面 科学面 液面
下里 乃里 卡里 回里 墟里 方里 旋里 日里 本里 格里 角里 谷里 路里 返里 道里 邑里 乐里 各里 富里 戚里 明里 美里 图里 欧里 相里 里老 里乘 里君 里名 里手 里人 里党 里望
刮了 刮着 刮过 刮起 美后 群后 后王 后角 球后 封后 母后 裁制 覆校 人欲 干与 包干 干它 不干它 有云 业表 地名表 旋松 向明 向晦 向迩 小曲 系有 就系 系到 民国历 掛里 占上 占人 占房 占课 占身 占城 占强
`
  .trim()
  .split(/\s+/);

/** The words without the titles of their classes. */
export const ownWords: readonly { phrase: string | null; form: string }[] = words
  .trim()
  .split("\n")
  .flatMap((line) =>
    line
      .slice(line.indexOf(":") + 1)
      .trim()
      .split(" "),
  )
  .filter((word) => word.length > 1)
  .map((word) => {
    const [before, after] = word.split("=");
    return after === undefined
      ? { phrase: null, form: word }
      : { phrase: before ?? "", form: after };
  });

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

/** 覆 as an answer or a second look is 复; OpenCC's list has only the commonest. */
export const ownSimplified: readonly (readonly [string, string])[] = [
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
  // The fourth of the five notes keeps its character.
  ["角、徵、羽", "角、徵、羽"],
  ["徵羽", "徵羽"],
  ["甚麼", "什么"],
  ["乾爲天", "乾为天"],
  ["乾卦", "乾卦"],
  ["乾位", "乾位"],
  ["徵音", "徵音"],
  ["徵調式", "徵调式"],
  ...authored,
];

/** Forms of Taiwan and Hong Kong that OpenCC turns back only where a text is named as theirs. */
export const ownSimplifiedCharacters: readonly (readonly [string, string])[] = [
  ["簷", "檐"],
  ["痺", "痹"],
  ["睪", "睾"],
  ["枱", "台"],
  ["粧", "妆"],
  ["糭", "粽"],
  ["衹", "只"],
  ["姪", "侄"],
];
