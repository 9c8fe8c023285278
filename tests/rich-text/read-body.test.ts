import { describe, expect, it } from "vitest";

import { fixture, outlines, read } from "./read.ts";

describe("readBody", () => {
  it.each([
    {
      name: "drops white space of the page",
      html: "<p> 一\n  二 </p>\n<p>　　三</p>",
      to: ["normal 一 二", "normal 三"],
    },
    {
      name: "ends a paragraph at two line breaks, or at one before an indent",
      html: "一<br>二<br><br>三<br>　　四",
      to: ["normal 一\n二", "normal 三", "normal 四"],
    },
    {
      name: "keeps headings at the body's three levels",
      html: "<h1>一</h1><h3>二</h3><h6>三</h6>",
      to: ["h2 一", "h3 二", "h4 三"],
    },
    {
      name: "joins marks of elements and of styles",
      html: '<p><b>甲<i>乙</i></b><span style="font-weight:700">丙</span><b style="font-weight:normal">丁</b></p>',
      to: ["normal [甲](strong)[乙](strong em)[丙](strong)丁"],
    },
    {
      name: "keeps a list's levels and the lines of one item",
      html: "<ol><li><p>一</p><p>又</p><ul><li>二</li></ul></li><li>三</li></ol>",
      to: ["normal number1 一\n又", "normal bullet2 二", "normal number1 三"],
    },
    {
      name: "makes links absolute and drops those that run code",
      html: '<p><a href="b.html">甲</a><a href="javascript:x()">乙</a><a href="java&#10;script:x()">丙</a><a href="data:text/html,x">丁</a><a href="#top">戊</a></p>',
      base: "https://old.example/a/",
      to: ["normal [甲](https://old.example/a/b.html)乙丙丁戊"],
    },
    {
      name: "lets nothing of scripts, styles and forms through",
      html: "<p>甲<script>alert(1)</script><style>p{}</style><noscript>x</noscript><svg><text>x</text></svg><button>x</button><!-- x --></p>",
      to: ["normal 甲"],
    },
    {
      name: "spreads the cells of a table that span others",
      html: '<table><tr><th>甲</th><th>乙</th></tr><tr><td rowspan="2">丙</td><td>丁</td></tr><tr><td>戊</td></tr></table>',
      to: ["table |true|甲,乙;丙,丁;丙,戊"],
    },
    {
      name: "reads what a table only lays out",
      html: "<table><tr><td><p>一</p><p>二</p></td></tr></table>",
      to: ["normal 一", "normal 二"],
    },
    {
      name: "takes a late picture's own address and skips dots",
      html: '<p>一<img src="dot.gif" data-src="a.png" alt="泵">二<img src="c.gif" width="1" height="1"></p>',
      to: ["normal 一", "picture 泵|", "normal 二"],
    },
    {
      name: "writes a smile as a character",
      html: '<p>好<img class="wp-smiley" alt="🙂" src="s.gif"></p>',
      to: ["normal 好🙂"],
    },
    {
      name: "keeps a divider, a quotation and lines of code",
      html: "<hr><blockquote><p>引</p></blockquote><pre>a\n  b</pre>",
      to: ["divider", "blockquote 引", "normal a\n  b"],
    },
    { name: "accepts nothing", html: "", to: [] },
  ])("$name", ({ html, base = null, to }) => {
    expect(outlines(html, base)).toEqual(to);
  });

  it("reads what is nested deeper than a call stack", () => {
    const html = `${"<section>".repeat(1_000)}深${"</section>".repeat(1_000)}`;
    expect(outlines(html).join("")).toContain("深");
  });

  it("reads Word", () => {
    expect(outlines(fixture("word.html"))).toEqual([
      "h2 磁力泵维护须知",
      "normal 本须知由后帆编写，[请先停机](strong)再动手。发现\u00a0[异响](underline)，见[说明](https://houfan.example/help)。",
      "h2 步骤",
      "normal number1 关阀",
      "normal bullet2 先进口，后出口",
      "normal number1 排液",
      "table 表1 力矩|true|螺栓,力矩;M8,18 N·m",
      "picture 泵头剖面|",
      "normal 装回去之前，先看密封圈。",
    ]);
  });

  it("reads WeChat, and says what cannot come along", () => {
    expect(outlines(fixture("wechat.html"))).toEqual([
      "h2 一、为什么泵会干转",
      "normal 海边的风大，[后帆](strong)的师傅说，头发都吹乱了。",
      "picture |",
      "normal bullet1 先灌泵",
      "normal bullet1 再开阀",
      "h2 二、怎么处理",
      "normal 参见[上一期](https://mp.weixin.qq.com/s/houfan)，别点这个。",
      "picture 干转示意|",
    ]);
    expect(read(fixture("wechat.html")).lost).toEqual([
      "iframe https://v.qq.com/iframe/preview.html?vid=x",
    ]);
  });
});
