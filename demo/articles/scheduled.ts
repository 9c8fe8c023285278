import { article, type SeedDocument } from "../article.ts";
import { callout, h2, image, li, p, pullQuote, table } from "../portable-text.ts";

const release = "rhfd3launch";
const days = 86_400_000;

const launch = (publishedAt: Date) =>
  article({
    slug: "hf-d3-jiliang-beng",
    title: "HF-D3 计量泵今日发布：一滴，就是一滴",
    category: "technology",
    tags: ["metering", "houlink"],
    excerpt: "第三代计量泵把误差压到千分之二，自带云监测，控制板可以不断电更换。",
    cover: image("metering.webp", "一台计量泵和它推出的一串等大的水滴"),
    author: "xiao-kejian",
    publishedAt: publishedAt.toISOString(),
    pinned: false,
    contact: "fan-siyuan",
    related: ["huishou-jiuban", "yunfan-jiance-he"],
    body: [
      p(
        "计量泵的本事只有一件：让它送多少，它就送多少。今天发布的 HF-D3 把误差从千分之五压到了千分之二，相当于一千滴里面，多不过两滴，少不过两滴。",
      ),
      h2("三处改动"),
      li("柱塞改用整体陶瓷，热胀冷缩只有原来的五分之一；"),
      li("单向阀由一级并为两级，回流几乎为零；"),
      li("控制板可以在不断电的情况下更换——这一条，是上次回收旧板时客户提的。"),
      table(
        "HF-D3 主要参数",
        ["型号", "流量 L/h", "压力 MPa", "误差"],
        ["HF-D3 10", "0.1–10", "2.0", "±0.2%"],
        ["HF-D3 60", "0.6–60", "1.2", "±0.2%"],
        ["HF-D3 240", "2.4–240", "0.7", "±0.25%"],
      ),
      h2("怎样做到的"),
      p(
        "柱塞在缸里来回，每走一趟送出一份液体。误差从哪里来？温度变了，柱塞会胀；介质里有气泡，行程会虚；单向阀关得慢，送出去的又回来一点。三处改动，对着的就是这三件事。气泡最难对付，我们在泵头里加了一段向上的斜槽，让气泡自己浮走。",
      ),
      p(
        "试验做了十四个月。最后一项是把三台泵放进 50 ℃ 的恒温箱，连续工作一万两千小时，每天称一次重。负责称重的钟小满说，最怕的不是数字难看，而是数字太好看，好看得让人怀疑秤。于是秤也送去校了四回。",
      ),
      pullQuote("准，不是某一次准，是每一次都一样。", "总工程师 肖克俭"),
      callout("info", "首批三百台即日起接受预订，明年一月交付。"),
    ],
  });

/**
 * An article that comes out three days after `now`: its release, and its version in that release.
 *
 * Both ids hold a dot, so the public sees neither before then.
 */
export function scheduled(now: Date): SeedDocument[] {
  const at = new Date(now.getTime() + 3 * days);
  const { _id, ...version } = launch(at);
  return [
    {
      _id: `_.releases.${release}`,
      _type: "system.release",
      name: release,
      state: "scheduled",
      publishAt: at.toISOString(),
      metadata: {
        title: "HF-D3 计量泵发布",
        description: "新品发布当天上线。",
        releaseType: "scheduled",
        intendedPublishAt: at.toISOString(),
      },
    },
    { ...version, _type: "article", _id: `versions.${release}.${_id}` },
  ];
}
