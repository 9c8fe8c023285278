import type { SeedDocument } from "./article.ts";
import { image, keyedDocument } from "./portable-text.ts";

const settings: SeedDocument = {
  _id: "siteSettings",
  _type: "siteSettings",
  legalName: "厦门后帆精密泵阀有限公司",
  shortName: "后帆泵阀",
  logo: image("logo.png", "后帆标志：三片帆合成一只叶轮"),
  tagline: "让每一滴水，到该到的地方",
  description:
    "后帆是厦门的一家泵阀制造商，二〇一一年建厂，专做无泄漏磁力泵、计量泵和卫生级泵。产品用于化工、食品、海水淡化与半导体湿法工艺，远销东南亚。",
  address: { text: "福建省厦门市海沧区帆影路 26 号", lat: 24.48, lng: 118.03 },
  hotline: "400-000-0000",
  email: "hello@houfan.example",
  hours: "周一至周五 8:30–17:30，急修全天候",
  icpNumber: "闽ICP备00000000号",
  psbNumber: "闽公网安备00000000000000号",
  wechatQr: image("wechat-company.png", "后帆泵阀微信公众号的二维码"),
  defaultScript: "zh-Hans",
  shareImage: image("share.png", "后帆泵阀：海面上的三片帆"),
  analytics: {},
};

const navigation: SeedDocument = {
  _id: "navigation",
  _type: "navigation",
  header: [
    { title: "首页", href: "/" },
    { title: "新闻", href: "/news" },
    { title: "产品技术", href: "/news/category/technology" },
    { title: "关于我们", href: "/about" },
    { title: "联系我们", href: "/contact" },
  ],
  footer: [
    { title: "关于后帆", href: "/about" },
    { title: "招聘与公告", href: "/news/category/careers" },
    { title: "联系我们", href: "/contact" },
    { title: "隐私说明", href: "/privacy" },
    { title: "无障碍说明", href: "/accessibility" },
  ],
};

const categories = [
  ["company", "公司新闻", "厂里发生的事：新线、新人、节日，以及台风之后。"],
  ["technology", "产品技术", "泵和阀怎样工作，怎样选，怎样用得久。写给每天和它们打交道的人。"],
  ["insights", "行业观察", "政策、标准与市场里，和泵阀有关的那一部分。"],
  ["press", "媒体报道", "别人笔下的后帆。转载均经原刊同意，并注明出处。"],
  ["careers", "招聘与公告", "找同事，也通知大家一些事情。"],
].map(([slug, title, description], index) => ({
  _id: `category-${slug}`,
  _type: "category",
  title,
  slug: { _type: "slug", current: slug },
  description,
  order: index + 1,
}));

const tags = [
  ["magnetic-pump", "磁力泵"],
  ["metering", "计量泵"],
  ["food-grade", "食品卫生"],
  ["desalination", "海水淡化"],
  ["houlink", "云监测"],
  ["quality", "质量"],
  ["energy", "节能"],
  ["factory", "工厂"],
  ["people", "人物"],
  ["service", "服务"],
  ["policy", "政策"],
  ["export", "海外"],
].map(([slug, title]) => ({
  _id: `tag-${slug}`,
  _type: "tag",
  title,
  slug: { _type: "slug", current: slug },
}));

const friendLinks = [
  ["闽南流体机械学会", "https://fluid.example.org"],
  ["鹭岛造物博物馆", "https://museum.example.org"],
  ["海沧开放工厂日", "https://open-factory.example.com"],
].map(([title, url], index) => ({
  _id: `friend-link-${index + 1}`,
  _type: "friendLink",
  title,
  url,
  order: index + 1,
}));

/** Who the company is: settings, navigation, categories, tags and friends. */
export const company: SeedDocument[] = [
  settings,
  navigation,
  ...categories,
  ...tags,
  ...friendLinks,
].map(keyedDocument);
