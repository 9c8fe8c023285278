import { describe, expect, it } from "vitest";

import { readWxr } from "../../lib/import/read-wxr.ts";

type Post = {
  id: number;
  title?: string;
  type?: string;
  status?: string;
  body?: string;
  more?: string;
};

const post = ({
  id,
  title = "参展",
  type = "post",
  status = "publish",
  body = "",
  more = "",
}: Post) =>
  `<item><title>${title}</title><link>https://blog.example/2018/05/${id}/</link>
  <guid isPermaLink="false">http://192.168.0.2/?p=${id}</guid>
  <content:encoded><![CDATA[${body}]]></content:encoded><wp:post_id>${id}</wp:post_id>
  <wp:post_date>2018-05-01 10:00:00</wp:post_date><wp:status>${status}</wp:status>
  <wp:post_type>${type}</wp:post_type>${more}</item>`;

const readPosts = (...posts: readonly Post[]) =>
  readWxr(
    `<rss xmlns:content="c" xmlns:wp="w"><channel><wp:wxr_version>1.2</wp:wxr_version>
    <wp:base_blog_url>https://blog.example</wp:base_blog_url>${posts.map(post).join("")}</channel></rss>`,
    "/old",
  );

describe("readWxr", () => {
  it.each([
    {
      name: "first sentence",
      body: "沒有標題的隨筆，寫於台北。第二句。",
      title: "沒有標題的隨筆，寫於台北",
    },
    {
      name: "first words, if the sentence is long",
      body: "长".repeat(40),
      title: `${"长".repeat(29)}…`,
    },
  ])("takes the $name of a post without a title", ({ body, title }) => {
    expect(readPosts({ id: 19, title: "", body })).toMatchObject([
      {
        is: "read",
        draft: { title, warnings: [`no title: its first words stand in, “${title}”`] },
      },
    ]);
  });

  it("makes tags of the further categories, and says so", () => {
    const more = `<category domain="category" nicename="uncategorized">未分類</category>
      <category domain="category" nicename="zhanhui">展會活動</category>
      <category domain="category" nicename="news">公司新聞</category>
      <category domain="post_tag" nicename="beng">磁力泵</category>`;
    const [outcome] = readPosts({ id: 11, body: "今年參展。", more });
    expect(outcome).toMatchObject({
      draft: {
        category: { title: "展會活動" },
        tags: [{ title: "磁力泵" }, { title: "公司新聞" }],
        warnings: ["further categories become tags: 公司新聞"],
      },
    });
  });

  it("keeps what is sticky on top", () => {
    const more = "<wp:is_sticky>1</wp:is_sticky>";
    expect(readPosts({ id: 1, body: "甲。", more }, { id: 2, body: "乙。" })).toMatchObject([
      { draft: { isPinned: true } },
      { draft: { isPinned: false } },
    ]);
  });

  it("knows a post by its number and by its guid as well", () => {
    const [outcome] = readPosts({ id: 12, body: "甲。" });
    expect(outcome).toMatchObject({
      draft: {
        aliases: [
          "https://blog.example/?p=12",
          "https://blog.example/?page_id=12",
          "http://192.168.0.2/?p=12",
        ],
      },
    });
  });

  it("has a line for each type of a plugin's, and none for WordPress's own machinery", () => {
    expect(
      readPosts(
        { id: 1, title: "磁力泵 CQ-50", type: "product", body: "流量十二。" },
        { id: 2, title: "磁力泵 CQ-65", type: "product", body: "流量十五。" },
        { id: 3, type: "product", status: "trash" },
        { id: 4, type: "nav_menu_item" },
        { id: 5, type: "wp_global_styles" },
      ),
    ).toEqual([
      {
        is: "skipped",
        source: "2 of type product",
        reason: "only posts and pages are brought in (the first is “磁力泵 CQ-50”)",
      },
    ]);
  });
});
