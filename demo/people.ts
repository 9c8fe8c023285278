import type { SeedDocument } from "./article.ts";
import { image } from "./portable-text.ts";

const portrait = (name: string, who: string) =>
  image(`portrait-${name}.png`, `${who}的姓氏肖像徽记`);

export const authors: SeedDocument[] = [
  {
    _id: "author-brand",
    _type: "author",
    name: "后帆品牌部",
    role: "公司新闻编辑",
    bio: "三个人，一台相机，一间朝海的办公室。公司里发生的事，由我们写下来。",
    photo: image("logo.png", "后帆标志：三片帆合成一只叶轮"),
  },
  {
    _id: "author-ye-wanzhou",
    _type: "author",
    name: "叶晚舟",
    role: "技术编辑",
    bio: "装配工出身，做过六年叶轮动平衡，后来改行写字。相信一张剖面图胜过一页形容词。",
    photo: portrait("ye", "叶晚舟"),
  },
  {
    _id: "author-xiao-kejian",
    _type: "author",
    name: "肖克俭",
    role: "总工程师",
    bio: "流体机械工程师，主持设计了后帆的 HF-M 磁力泵和 HF-D 计量泵。写文章和画图一样，喜欢改到第三遍。",
    photo: portrait("xiao", "肖克俭"),
  },
  {
    _id: "author-yu-jingwen",
    _type: "author",
    name: "余静雯",
    role: "港澳台及海外业务经理",
    bio: "在台中读书，在厦门工作，两边的字都写。负责把后帆的泵送过海，也把海那边的意见带回来。",
    photo: portrait("yu", "余静雯"),
  },
  {
    _id: "author-hou-zhentao",
    _type: "author",
    name: "后振涛",
    role: "创始人、董事长",
    bio: "渔民的儿子，十九岁进机械厂当学徒。公司的名字，一半是他的姓，一半是父亲船上的那张帆。",
    photo: portrait("hou", "后振涛"),
  },
];

export const contactPeople: SeedDocument[] = [
  {
    _id: "contact-fan-siyuan",
    _type: "contactPerson",
    name: "范思远",
    role: "销售经理",
    tel: "0592-000-0101",
    mobile: "154-0000-0101",
    email: "fan.siyuan@houfan.example",
    wechatId: "houfan-fansiyuan",
    wechatQr: image("wechat-fan.png", "范思远的微信二维码"),
    hours: "周一至周五 8:30–17:30",
    region: "华东、华南",
    order: 1,
  },
  {
    _id: "contact-yu-haining",
    _type: "contactPerson",
    name: "于海宁",
    role: "服务主管",
    tel: "0592-000-0102",
    mobile: "154-0000-0102",
    email: "yu.haining@houfan.example",
    wechatId: "houfan-yuhaining",
    wechatQr: image("wechat-yu.png", "于海宁的微信二维码"),
    hours: "每天 8:00–20:00，急修全天候",
    region: "全国售后与备件",
    order: 2,
  },
  {
    _id: "contact-zhong-yining",
    _type: "contactPerson",
    name: "钟以宁",
    role: "港澳台及海外客户经理",
    tel: "0592-000-0103",
    mobile: "154-0000-0103",
    email: "zhong.yining@houfan.example",
    wechatId: "houfan-zhongyining",
    wechatQr: image("wechat-zhong.png", "钟以宁的微信二维码"),
    hours: "周一至周六 9:00–18:00",
    region: "港澳台与东南亚",
    order: 3,
  },
];
