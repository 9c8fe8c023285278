import { createHash } from "node:crypto";

import type { SeedDocument } from "./article.ts";
import {
  callout,
  h2,
  image,
  internalLink,
  keyedDocument,
  li,
  link,
  type Member,
  noConvert,
  p,
  quote,
  step,
} from "./portable-text.ts";

const page = (slug: string, title: string, description: string, body: Member[]) =>
  keyedDocument({
    _id: `page-${slug}`,
    _type: "page",
    title,
    slug: { _type: "slug", current: slug },
    body,
    seo: { title, description },
  });

const about = page("about", "关于后帆", "后帆泵阀是谁，做什么，从哪里来。", [
  p(
    "后帆在厦门海沧，做泵，也做阀。二〇一一年建厂，现在有四百二十位同事，三座厂房，一间看得见海的食堂。",
  ),
  { ...image("harbour.jpg", "夕阳下的厦门港湾，三只帆船从岛前经过", "厦门港，公司名字的来处") },
  h2("名字"),
  p(
    "创始人姓",
    noConvert("后"),
    "，这个姓在繁体里也写作“",
    noConvert("后"),
    "”。他的父亲是渔民，船尾写着姓，船上挂着帆。公司就叫后帆。无论简体还是繁体，这两个字的写法都一样。",
  ),
  h2("我们做什么"),
  li("HF-M 系列磁力泵：没有轴封，所以不漏；"),
  li("HF-D 系列计量泵：一滴，就是一滴；"),
  li("HF-V 系列卫生级隔膜阀：里面比外面讲究；"),
  li("云帆监测盒：在泵出毛病之前告诉你。"),
  h2("我们相信什么"),
  quote("让每一滴水，到该到的地方。"),
  p(
    "泵是不起眼的机器。它转着的时候，没有人想起它；它停下来，人们才知道水是会停的。我们愿意一直做一台没有人想起的泵。想知道更多，可以从",
    internalLink("《十五年，十五样留下来的东西》", "article-houfan-shiwu-nian"),
    "看起。",
  ),
]);

const privacy = page("privacy", "隐私说明", "本网站收集什么、为什么、保存多久，以及怎样删除。", [
  p("版本：2026-10-01。本说明写得尽量短，因为我们收集得尽量少。"),
  h2("我们收集什么"),
  li("您在留言表里填写的姓名、电话和内容，以及您是从哪一页留言的；"),
  li("服务器日志里的访问时间、页面和网络地址，用来防止攻击，三十天后删除。"),
  p(
    "我们不使用第三方的统计、广告或字体服务，也不在您的浏览器里放置用于跟踪的标记。简体、繁体的选择与收藏的文章，只保存在您自己的设备上。",
  ),
  h2("为什么收集，谁能看到"),
  p(
    "只为回复您的留言。能看到的是销售与服务部门的值班同事，他们须登录才能查看。未经您同意，我们不会把资料交给任何第三方；法律要求的除外。",
  ),
  h2("保存多久"),
  p("留言自收到之日起保存十二个月，到期连同修改记录自动删除。"),
  h2("您的权利"),
  step("查询：我们保存了关于您的哪些资料；"),
  step("更正：写错的，我们改；"),
  step("删除：不需要理由，十五个工作日之内办完；"),
  step("撤回同意：撤回不影响此前的处理。"),
  p(
    "请写信到 ",
    link("privacy@houfan.example", "mailto:privacy@houfan.example"),
    "，或拨打服务热线。",
  ),
  callout("info", "后帆是虚构的公司，本页用于演示。上线之前，请由贵公司的法务改写。"),
]);

const accessibility = page(
  "accessibility",
  "无障碍说明",
  "本网站的无障碍做法，以及遇到障碍时怎样告诉我们。",
  [
    p("我们希望每一位访客都能读、能找、能联系到我们，不论用什么设备、视力和手力如何、网络快慢。"),
    h2("已经做到的"),
    li("不开启脚本也能阅读、搜索、切换字体和留言；"),
    li("只用键盘就能到达每一处，焦点清楚可见；"),
    li("图片有文字说明，视频有字幕和文字稿；"),
    li("文字可以放大到两倍而不需要左右滚动；"),
    li("跟随系统的深色、高对比度与减少动态效果的设置，也可以在页脚自己选外观、字号和对比度。"),
    h2("还不够好的"),
    p("安装手册的 PDF 还没有逐页复核朗读顺序。需要纯文本的朋友，请来信索取，我们当天发出。"),
    h2("遇到障碍"),
    p(
      "请告诉我们是哪一页、哪一步，用的是什么设备，写信到 ",
      link("hello@houfan.example", "mailto:hello@houfan.example"),
      "。我们在五个工作日之内回复，并说明打算怎样改。",
    ),
  ],
);

const redirects: SeedDocument[] = [
  ["/news/taifeng-guohou", "/news/taifeng-guohou-fanchuan-huigang"],
  ["/news/2024-taifeng", "/news/taifeng-guohou-fanchuan-huigang"],
].map(([from = "", to = ""]) => ({
  _id: `redirect-${createHash("sha1").update(from).digest("hex")}`,
  _type: "redirect",
  from,
  to,
  permanent: true,
}));

/** Private: what a visitor wrote. The id holds a dot, so the public cannot read it. */
const inquiry: SeedDocument = {
  _id: "inquiry.6d1f4c1e-2f0b-4c55-9a3e-7b0f5a9c1d20",
  _type: "inquiry",
  name: "于先生",
  phone: "154-0000-0999",
  message:
    "您好，我们豆制品厂有两台旧泵想换成磁力泵，流量每小时二十方左右，想请范经理联系一下。下午两点以后方便接电话。",
  sourceUrl: "/zh-Hans/news/hf-m-xuanxing-biao",
  locale: "zh-Hans",
  consentAt: "2026-11-19T06:12:40.000Z",
  consentVersion: "2026-10-01",
  status: "new",
};

/** The pages of the CMS, the addresses that moved, and one private message. */
export const pages: SeedDocument[] = [about, privacy, accessibility, ...redirects, inquiry];
