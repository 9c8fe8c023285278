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
類模板 重命名 加納 布爾 貝寧 刷新 圖庫 通道 殺毒 鏡像 漏洞 可視化 採樣 外置 仙童半導體`.split(
    /\s+/,
  ),
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
賬號=帳號 賬戶=帳戶 賬單=帳單 等離子=電漿 等離子體=電漿 虛擬現實=虛擬實境 增強現實=擴增實境 混合現實=混合實境 集裝箱=貨櫃 短視頻=短影音 大語言模型=大型語言模型 信息化=資訊化
應用程序=應用程式 小程序=小程式 計算機程序=電腦程式 木馬程序=木馬程式 惡意程序=惡意程式 軟件程序=軟體程式 編程=程式設計 優盤=隨身碟 移動電源=行動電源 投影儀=投影機 智能手錶=智慧手錶
智能家居=智慧家庭 臺式電腦=桌上型電腦 臺式計算機=桌上型電腦 彩電=彩色電視 膠捲=底片 唱片機=唱機 光刻機=曝光機 電動汽車=電動車 充電柱=充電樁 電飯煲=電鍋 洗髮水=洗髮精 沐浴露=沐浴乳
護髮素=潤髮乳 衛生巾=衛生棉 尿不溼=紙尿褲 紅薯=地瓜 西蘭花=青花菜 捲心菜=高麗菜 圓白菜=高麗菜 牛油果=酪梨 金槍魚=鮪魚 速溶咖啡=即溶咖啡 空乘=空服員 服務員=服務生 大巴車=大客車
非典疫情=SARS疫情 埃博拉=伊波拉 腦卒中=腦中風 轉基因=基因改造 超聲檢查=超音波檢查 超聲診斷=超音波診斷 人行橫道=行人穿越道 平方千米=平方公里 千兆網=超高速網路 防曬霜=防曬乳
阿布扎比=阿布達比 湯加=東加 孟加拉國=孟加拉 吉爾吉斯斯坦=吉爾吉斯 波黑=波赫 馬耳他=馬爾他 佛羅倫薩=佛羅倫斯 巴塞羅那=巴塞隆納 三藩市=舊金山 得克薩斯州=德州 德克薩斯州=德州 得州=德州
加利福尼亞州=加州 惠靈頓=威靈頓 內羅畢=奈洛比 約翰內斯堡=約翰尼斯堡 利雅得=利雅德 卡拉奇=喀拉蚩 克林頓=柯林頓 希拉里=希拉蕊 馬克龍=馬克宏 默克爾=梅克爾 朔爾茨=蕭茲
內塔尼亞胡=納坦雅胡 埃爾多安=艾爾多安 戈爾巴喬夫=戈巴契夫 葉利欽=葉爾欽 貝克漢姆=貝克漢 德約科維奇=喬科維奇 里根=雷根 布什=布希 肯尼迪=甘迺迪 撒切爾=柴契爾 扎克伯格=祖克柏 喬布斯=賈伯斯 比爾·蓋茨=比爾·蓋茲 沙特=沙烏地 迪拜=杜拜 阿聯酋=阿聯 卡塔爾=卡達
`;

/** Names of bodies and things that keep their words. */
const keptNames = `
工業和信息化部 工業與信息化部 國家知識產權局 世界知識產權組織 中國移動 中國移動通信 國家互聯網信息辦公室 中國互聯網絡信息中心 中國信息通信研究院 國家信息中心 世界互聯網大會 數字中國
瓦格納集團 國家質量監督檢驗檢疫總局 中國質量協會 中國質量獎 中國計算機學會 大數據 質量守恆 原子質量 分子質量 總質量 整備質量 載質量 相對質量 質量數 質量分數 軟件園 信息港 比特幣
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

/**
 * Taiwan's words that mean, in prose, what the same word means on the mainland: 核心技術 is no kernel, 執行任務 no running program,
 * 智慧 also wisdom, 行程 a trip. Going back they stay.
 */
const unsafeBack = new Set(
  `丟擲 互動 互動式 代碼 低階 例項 停用 傳送 優先順序 儲存 元件 內建 函式 分割槽 前處理器 剪下 匯入 匯出 區域性 即時 參數列 取樣 取樣率 叢集 呼叫 回撥 埠 執行 外接 多型 多工 喬治亞 型別 字首 字尾 宣告
定址 實體地址 對映 尤拉 尼日 巢狀 布林 建立 引數 影印 循環 截圖 批次 指令碼 指標 排程 掃描器 撥出 支援 支援者 擴音 擴充套件 擷取 效能 整合 數據 數據機 文書處理 新增 映象 時脈頻率 最佳化 查詢 核心 桌布 桌上型 梅湘
檔案 檢視 欄位 沙拉 消息 溢位 物件 獅子山 登出 白胺酸 相簿 破圖 稽核 程序 簡報 索引 結束通話 線上 縮排 繫結 聯絡 裝置 複製 西元 表示式 視窗 觸控 訊息 訪問 設定 許可權 識別符號 變數 資料 資料包 載入 連線 通訊
進制 進程 進階 過載 遠端 遮蔽 釋出 重灌 重新整理 重新命名 開啟 防毒 陣列 除錯 離線 音效卡 頁首 頁尾 預設 類比 高級 高階 批次 發送 社群 社區 影像 連接 連結串列 行程 智慧 專案 那杜 迴圈 向量 設備 介面卡 位元 片語 凱吉 拉羅 拉摩 萊許 薩提 佛瑞 葛拉斯 顧爾德 福斯集團 華爾頓 迦納 夏農 貝南 永續性 批量 記憶體模組 範式 正規化 冷盤 孟德爾頌`.split(
    /\s+/,
  ),
);

/** Ours that are two things going back: 番茄 and 德州 are said on the mainland too, 底片 and 孟加拉 mean more. */
const oneWay = new Set(
  `品質 番茄 網友 公分 公斤 洗手間 攝影機 公車 地瓜 底片 唱機 德州 加州 舊金山 孟加拉 服務生 短影音 行銷 聯絡我們 聯絡方式 聯絡電話 聯絡人 聯絡地址 取得聯絡 影本 雪梨 威靈頓 青花菜 電漿 超高速網路 大客車 電動車 平方公里 德州 布希 雷根 強生`.split(
    " ",
  ),
);

/** 雪梨 is also a pear. */
const cityOfSydney: Rows = ["大學", "歌劇院", "市", "奧運", "港", "街頭", "機場"].map(
  (place): [string, string] => [`雪梨${place}`, `悉尼${place}`],
);

/** The way back from Taiwan's vocabulary: our own words, then OpenCC's less those with a common meaning of their own. */
export function fromTaiwanWords(opencc: Rows): Rows {
  const back = rowsOf(own)
    .filter(([, form]) => !oneWay.has(form))
    .map(([word, form]): [string, string] => [form, word]);
  return [...cityOfSydney, ...back, ...opencc.filter(([word]) => !unsafeBack.has(word))];
}

type Exception = { words: RegExp; before?: RegExp; after?: RegExp };

/** Where a word of the list keeps its form: parts of official and legal names, and another sense. */
const exceptions: readonly Exception[] = [
  // 工業和信息化局, 經濟和信息化委員會, 電子信息學院; 北京某某軟件股份有限公司.
  {
    words: /^(?:信息|信息化|知識產權|軟件|網絡|通信|計算機|智能|互聯網|移動通信)$/u,
    after:
      /^(?:化|技術|科技|工程|產業|管理|監督|檢驗|安全|服務|系統|設備|傳媒|發展|集團|與|和|控股)*(?:部(?![分門位署隊])|局(?!限|部)|廳|委員會|辦公室|總局|研究院|研究所|學院|大學|協會|學會|法院|法庭|(?:股份)?有限(?:責任)?公司)/u,
  },
  // A company's 質量管理部 is a department of its own and follows its reader; 質量監督局 is an authority.
  {
    words: /^質量$/u,
    after:
      /^(?:技術|監督|檢驗|認證|管理|安全|與|和)*(?:局(?!限|部)|廳|委員會|總局|研究院|研究所|協會|學會|(?:股份)?有限(?:責任)?公司)/u,
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
