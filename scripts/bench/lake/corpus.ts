import { Store } from "../../../lib/lake/store.ts";

export type Article = { _id: string; _type: "article"; [name: string]: unknown };

const openings = [
  "厦门工厂",
  "研发中心",
  "新征程",
  "供应链",
  "采购部门",
  "质量检测",
  "海外市场",
  "节能改造",
  "自动化产线",
  "客户服务",
];
const middles = [
  "顺利通过",
  "正式启动",
  "全面升级",
  "联合举办",
  "持续推进",
  "圆满完成",
  "深入开展",
  "重新设计",
  "提前交付",
  "首次公开",
];
const endings = [
  "年度验收",
  "技术交流会",
  "智能仓储",
  "生产计划",
  "安全培训",
  "环保认证",
  "合作项目",
  "新品发布",
  "人才计划",
  "数字平台",
];

/** A generator that gives the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function sentence(random: () => number): string {
  const pick = (words: readonly string[]): string =>
    words[Math.floor(random() * words.length)] ?? "";
  return `${pick(openings)}${pick(middles)}${pick(endings)}，${pick(openings)}负责人表示将${pick(middles)}${pick(endings)}。`;
}

export const categoryCount = 8;
const firstDay = Date.UTC(2010, 0, 1);
const hours = (count: number): number => count * 3_600_000;

/** When the article with this number was published. */
export const dayOf = (index: number): string => new Date(firstDay + hours(index)).toISOString();

/** Make the article with this number; about 3 KB, as an article of eight paragraphs is. */
export function createArticle(index: number): Article {
  const random = seeded(index + 1);
  const body = Array.from({ length: 8 }, (_, at) => ({
    _type: "block",
    _key: `b${at}`,
    style: "normal",
    markDefs: [],
    children: [
      {
        _type: "span",
        _key: "s",
        marks: [],
        text: Array.from({ length: 3 }, () => sentence(random)).join(""),
      },
    ],
  }));
  return {
    _id: `article-${String(index).padStart(6, "0")}`,
    _type: "article",
    _rev: `rev${index}`,
    _createdAt: dayOf(index),
    _updatedAt: dayOf(index),
    title: `${sentence(random)}（第${index}期）`,
    slug: { _type: "slug", current: `news-${index}` },
    category: { _type: "reference", _ref: `category-${index % categoryCount}` },
    excerpt: sentence(random),
    publishedAt: dayOf(index),
    script: "zh-Hans",
    body,
  };
}

/** Make what stands beside the articles. */
export function createCategories(): { _id: string; _type: string; [name: string]: unknown }[] {
  return Array.from({ length: categoryCount }, (_, index) => ({
    _id: `category-${index}`,
    _type: "category",
    title: `栏目${index}`,
    slug: { _type: "slug", current: `category-${index}` },
    order: index,
  }));
}

/** Write a lake's file with so many articles, past the protocol: only reading is measured on it. */
export async function writeCorpus(dataDir: string, count: number): Promise<void> {
  const store = new Store(dataDir);
  await store.write(() => {
    store.createDataset("production");
    const insert = store.prepare(
      "insert into documents(dataset, id, type, rev, created_at, updated_at, body) values('production', ?, ?, 'rev', '', '', ?)",
    );
    const refer = store.prepare(
      "insert into document_references(dataset, target, source, weak) values('production', ?, ?, 0)",
    );
    for (const category of createCategories())
      insert.run(category._id, category._type, JSON.stringify(category));
    for (let index = 0; index < count; index += 1) {
      const article = createArticle(index);
      insert.run(article._id, article._type, JSON.stringify(article));
      refer.run(`category-${index % categoryCount}`, article._id);
    }
  });
  await store.close();
}
