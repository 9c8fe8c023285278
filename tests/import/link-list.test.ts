import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";

import { isListOfLinks } from "../../lib/import/link-list.ts";

const titles = [
  "公司乔迁新厂房",
  "后帆泵业通过认证",
  "春节放假通知",
  "新产品磁力泵上市",
  "参加上海泵阀展",
];
const rows = (row: (title: string, at: number) => string) => titles.map(row).join("");
const isList = (html: string) => isListOfLinks(new JSDOM(html).window.document.body);

describe("isListOfLinks", () => {
  it.each([
    {
      name: "bare links",
      html: rows((title, at) => `<p><a href="${at}.htm">${title}</a></p>`),
    },
    {
      name: "dates before the links, and a pager",
      html: `<ul>${rows((title, at) => `<li><span>[2009-3-${at + 1}]</span><a href="${at}.htm">${title}</a></li>`)}</ul>
        <div>共8条 当前1/1页 首页 上一页 下一页 尾页</div>`,
    },
    {
      name: "a table with dates and clicks",
      html: `<table>${rows((title, at) => `<tr><td>·<a href="${at}.htm">${title}</a></td><td>2009年3月${at + 1}日</td><td>点击：12${at}</td></tr>`)}</table>`,
    },
    {
      name: "rows with a summary, a picture and a second link to the same page",
      html: rows(
        (title, at) =>
          `<div><a href="${at}.htm"><img src="${at}.jpg"></a><h3><a href="${at}.htm">${title}</a></h3><span>03-1${at}</span>
          <p>本公司于近日在厦门举行了盛大的仪式，各界来宾出席，董事长致辞并感谢新老客户多年的支持……</p><a href="${at}.htm">查看详情</a></div>`,
      ),
    },
  ])("knows a list by $name", ({ html }) => {
    expect(isList(html)).toBe(true);
  });

  it.each([
    {
      name: "an article with links below it",
      html: `<p>${"厂区今年扩建了两条生产线，年产量翻了一番。".repeat(10)}</p>
        <ul>${rows((title, at) => `<li><a href="${at}.htm">${title}</a> 2009-3-${at + 1}</li>`)}</ul>`,
    },
    {
      name: "a chronicle with links in its sentences",
      html: rows(
        (title, at) =>
          `<p>201${at}-03-05 在各方支持下，<a href="${at}.htm">${title}</a>，这一年的产量比上一年翻了一番。</p>`,
      ),
    },
    {
      name: "a few links",
      html: `<p><a href="1.htm">公司乔迁新厂房</a> <a href="2.htm">放假通知</a></p>`,
    },
  ])("takes $name for no list", ({ html }) => {
    expect(isList(html)).toBe(false);
  });
});
