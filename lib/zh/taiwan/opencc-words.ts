/** A word of OpenCC's lists in standard Traditional, and what stands for it. */
type Row = readonly [string, string];

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

/** OpenCC's words towards Taiwan, less those that go wrong in prose. */
export function safeTowardsTaiwan(rows: readonly Row[]): readonly Row[] {
  return rows.filter(([word]) => !unsafe.has(word));
}

/** OpenCC's words from Taiwan, less those with a common meaning of their own. */
export function safeFromTaiwan(rows: readonly Row[]): readonly Row[] {
  return rows.filter(([word]) => !unsafeBack.has(word));
}
