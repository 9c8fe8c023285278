type Rows = readonly (readonly [string, string])[];

/**
 * Entries of OpenCC's Taiwan list that go wrong in prose.
 *
 * They serve software menus (優化→最佳化, 對象→物件, 進程→程序), or have a second sense in news: 主板上市, 股價回調, 菜單, 包羅萬象, 批量生產.
 * Words that Taiwan writes as well (支持, 用戶, 自行車) are left alone too: a reader stumbles over a wrong word, not over those.
 */
const unsafe = new Set(
  `發佈 發布 釋出 優化 對象 代碼 通過 程序 項目 支持 支持者 信道 局域 循環 文件 文檔 命令 運行 調用 全局 字段 導入 導出 屬性 消息 窗口 視圖 元素
高級 高端 低級 批量 訪問 概率 函數 變量 數組 組件 標識 參數 主板 交互 仿真 保存 優先級 創建 剪切 卸載 呼出 回調 壁紙 實例 審覈 屏蔽 局部 性價比 截取 打開 持久性 指針
拋出 掛斷 擴展 散列 映射 查找 查看 權限 死機 比特 添加 溢出 激活 用戶 發送 社區 禁用 端口 算子 粘貼 綁定 網卡 聯繫 聲明 腳本 自行車 菜單 萬象 虛擬機 虛擬機器 觸摸 設備 設置
註銷 調度 調製 調試 連接 連接器 進程 遠程 適配器 重裝 重載 鏡像 隊列 集成 集羣 類型 點擊 分區 前綴 後綴 數據 丁當 丁丁當 丁丁當當 歐拉 拉洛 拉莫 薩蒂 福雷 凱奇 賴希
格拉斯 布里頓 諾蘭 奔馳 串行 便攜式 觸摸屏 雲計算 截屏 便攜 加載 網關 表達式 實模式 外鍵 處理程序 存盤 多態 進制 像素 調色板 位圖 冒泡排序 堆棧 句柄 算法複雜度 聲卡 顯存 相冊
類模板 重命名 加納 布爾 貝寧`.split(/\s+/),
);

/** What Taiwan says, where the mainland word is not used there at all; in standard Traditional on the left. */
const own = `
質量=品質 數字經濟=數位經濟 數字化=數位化 數字技術=數位技術 數字轉型=數位轉型 數字人民幣=數位人民幣 數字貨幣=數位貨幣 數字孿生=數位分身 數字貿易=數位貿易 數字產業=數位產業
數字政府=數位政府 數字鄉村=數位鄉村 數字賦能=數位賦能 數字電視=數位電視 數字平臺=數位平臺 數字內容=數位內容 數字文化=數位文化 數字金融=數位金融 數字服務=數位服務 數字時代=數位時代
數字素養=數位素養 數字鴻溝=數位落差 數字資產=數位資產 數字藏品=數位藏品 數字營銷=數位行銷 數字治理=數位治理 數字基建=數位基建 數字工廠=數位工廠 數字車間=數位車間 數字證書=數位憑證 數字簽名=數位簽章
數碼相機=數位相機 數碼產品=數位產品 數碼=數位 平方米=平方公尺 立方米=立方公尺 厘米=公分 釐米=公分 千克=公斤
聯繫我們=聯絡我們 聯繫方式=聯絡方式 聯繫電話=聯絡電話 聯繫人=聯絡人 聯繫客服=聯絡客服 取得聯繫=取得聯絡 聯繫地址=聯絡地址
雲計算=雲端運算 雲服務=雲端服務 雲平臺=雲端平臺 雲存儲=雲端儲存 雲端計算=雲端運算
志願者=志工 公交車=公車 公交線路=公車路線 公交站=公車站 公共汽車=公車 盒飯=便當 土豆=馬鈴薯 西紅柿=番茄 菠蘿=鳳梨 獼猴桃=奇異果 三文魚=鮭魚 酸奶=優酪乳 冰激凌=冰淇淋
圓珠筆=原子筆 創可貼=OK繃 衛生間=洗手間 充電寶=行動電源 移動支付=行動支付 移動互聯網=行動網路 移動辦公=行動辦公 移動應用=行動應用 移動終端=行動裝置 移動設備=行動裝置 二維碼=QR碼 攝像頭=攝影機 攝像機=攝影機
網民=網友 信息披露=資訊揭露 人機交互=人機互動 交互體驗=互動體驗 營銷=行銷 銷售渠道=銷售通路 渠道商=通路商 智能手機=智慧型手機 觸摸屏=觸控螢幕 便攜式=可攜式 適配器=轉接器
計算機=電腦 數據庫=資料庫 數據中心=資料中心 數據集=資料集 數據線=傳輸線 系統集成=系統整合 集成商=整合商 遠程辦公=遠端辦公 遠程會議=遠端會議 遠程控制=遠端控制 遠程監控=遠端監控 遠程醫療=遠距醫療
遠程教育=遠距教學 遠程教學=遠距教學 導彈=飛彈 奔馳汽車=賓士汽車 奔馳車=賓士車 航天員=太空人 宇航員=太空人 塑料袋=塑膠袋 方便麪=泡麪 打印=列印 複印件=影本 複印機=影印機 U盤=隨身碟
硅谷=矽谷 搜索引擎=搜尋引擎 手機短信=手機簡訊 博客=部落格 高清=高畫質 屏幕=螢幕 渠道建設=通路建設 網絡安全=網路安全 悉尼=雪梨 戛納=坎城 普京=普丁 特朗普=川普 澤連斯基=澤倫斯基
里根=雷根 布什=布希 肯尼迪=甘迺迪 撒切爾=柴契爾 扎克伯格=祖克柏 喬布斯=賈伯斯 比爾·蓋茨=比爾·蓋茲 沙特=沙烏地 迪拜=杜拜 阿聯酋=阿聯 卡塔爾=卡達
`;

/** Names of bodies and things that keep their words. */
const keptNames = `
工業和信息化部 工業與信息化部 國家知識產權局 世界知識產權組織 中國移動 中國移動通信 國家互聯網信息辦公室 中國互聯網絡信息中心 中國信息通信研究院 國家信息中心 世界互聯網大會 數字中國
國家質量監督檢驗檢疫總局 中國質量協會 中國質量獎 中國計算機學會 大數據 質量守恆 原子質量 分子質量 總質量 整備質量 載質量 相對質量 質量數 質量分數 軟件園 信息港 比特幣
`;

function rowsOf(text: string): [string, string][] {
  return text
    .trim()
    .split(/\s+/)
    .map((row) => row.split("="))
    .map(([word = "", form = word]): [string, string] => [word, form]);
}

/** Taiwan's vocabulary: kept names, our own words, then OpenCC's less those that go wrong in prose. The first row for a word wins. */
export function taiwanWords(opencc: Rows): Rows {
  return [...rowsOf(keptNames), ...rowsOf(own), ...opencc.filter(([word]) => !unsafe.has(word))];
}

type Exception = { words: RegExp; before?: RegExp; after?: RegExp };

/** Where a word of the list keeps its form: parts of official and legal names, and another sense. */
const exceptions: readonly Exception[] = [
  // 工業和信息化局, 經濟和信息化委員會, 電子信息學院; 北京某某軟件股份有限公司.
  {
    words: /^(?:信息|信息化|知識產權|質量|軟件|網絡|通信|計算機|智能|互聯網|移動通信)$/u,
    after:
      /^(?:化|技術|科技|工程|產業|管理|監督|檢驗|安全|服務|系統|設備|傳媒|發展|集團|與|和|控股)*(?:部(?![分門位署隊])|局(?!限|部)|廳|委員會|辦公室|總局|研究院|研究所|學院|大學|協會|學會|法院|法庭|(?:股份)?有限(?:責任)?公司)/u,
  },
  // 在 線上 and 網 上, where 上 belongs to what follows.
  { words: /^在線$/u, after: /^[上下]/u },
  // 質量為5公斤 is mass.
  {
    words: /^質量$/u,
    after: /^(?:[為是約達僅]|超過|不足|大約|等於|爲)*\s*[0-9０-９一二三四五六七八九十百千萬幾數]/u,
  },
  {
    words: /^質量$/u,
    before: /(?:物體|天體|恆星|行星|黑洞|太陽|地球|電子|質子|中子|粒子|重力|單位)的?$/u,
  },
];

/** Whether a word keeps its form at this place of the text. */
export function keepsItsForm(word: string, text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  const after = text.slice(at + word.length, at + word.length + 24);
  return exceptions.some(
    (each) =>
      each.words.test(word) &&
      (each.before?.test(before) ?? true) &&
      (each.after?.test(after) ?? true),
  );
}
