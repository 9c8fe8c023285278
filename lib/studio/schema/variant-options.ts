/** The two scripts an article can be written in. */
export const scriptOptions = [
  { title: "简体", value: "zh-Hans" as const },
  { title: "繁体", value: "zh-Hant" as const },
];

/** Every written form the site can show. */
export const variantOptions = [
  ...scriptOptions,
  { title: "繁体（台湾）", value: "zh-Hant-TW" as const },
  { title: "繁体（香港）", value: "zh-Hant-HK" as const },
];

/** How one script's version of an article comes about. */
export const variantStatuses = [
  { title: "自动转换", value: "auto" as const },
  { title: "已校对", value: "reviewed" as const },
  { title: "人工撰写", value: "manual" as const },
];
