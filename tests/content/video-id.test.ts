import { describe, expect, it } from "vitest";

import { videoIdIn } from "@/lib/video-id";

const bilibili = "BV1xx411c7mD";
const tencent = "u0019q2vrkw";
const youtube = "aqz-KE-bpKQ";

describe("videoIdIn", () => {
  it.each([
    ["bilibili", bilibili, bilibili],
    ["bilibili", ` ${bilibili}\n`, bilibili],
    ["bilibili", `https://www.bilibili.com/video/${bilibili}`, bilibili],
    ["bilibili", `https://m.bilibili.com/video/${bilibili}/?p=2&share_source=copy_web`, bilibili],
    [
      "bilibili",
      `【水泵怎么装】 https://www.bilibili.com/video/${bilibili}/?vd_source=1`,
      bilibili,
    ],
    ["bilibili", `bilibili.com/video/${bilibili}`, bilibili],
    ["bilibili", "http://www.bilibili.com/video/av170001/", "av170001"],
    [
      "bilibili",
      `<iframe src="//player.bilibili.com/player.html?isOutside=true&amp;bvid=${bilibili}&amp;p=1"></iframe>`,
      bilibili,
    ],
    ["bilibili", "https://player.bilibili.com/player.html?aid=170001", "av170001"],
    ["tencent", `https://v.qq.com/x/page/${tencent}.html`, tencent],
    ["tencent", `https://v.qq.com/x/cover/mzc00200abc/${tencent}.html?ptag=qqbrowser`, tencent],
    ["tencent", `https://m.v.qq.com/x/m/play?cid=&vid=${tencent}`, tencent],
    ["tencent", `https://v.qq.com/txp/iframe/player.html?vid=${tencent}`, tencent],
    ["youtube", `https://www.youtube.com/watch?v=${youtube}&t=12s`, youtube],
    ["youtube", `https://youtu.be/${youtube}?si=x`, youtube],
    ["youtube", `https://m.youtube.com/shorts/${youtube}`, youtube],
    ["youtube", `https://www.youtube-nocookie.com/embed/${youtube}`, youtube],
  ] as const)("finds what %s calls a video in %s", (provider, text, id) => {
    expect(videoIdIn(text, provider)).toBe(id);
  });

  it.each([
    ["youtube", `https://www.bilibili.com/video/${bilibili}`],
    ["bilibili", `https://www.youtube.com/watch?v=${youtube}`],
    ["bilibili", `https://bilibili.com.example.org/video/${bilibili}`],
    ["bilibili", "https://space.bilibili.com/12345"],
    ["tencent", "https://v.qq.com/x/cover/mzc00200abc.html"],
    ["youtube", "https://www.youtube.com/watch?v=a/../b"],
    ["bilibili", "水泵怎么装"],
    ["bilibili", ""],
  ] as const)("finds nothing for %s in %s", (provider, text) => {
    expect(videoIdIn(text, provider)).toBeNull();
  });
});
