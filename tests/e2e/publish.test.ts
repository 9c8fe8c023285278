import { describe, expect, test } from "./browser.ts";
import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";

const scripts = [
  {
    locale: "zh-Hans",
    hair: /他的头<strong>发<\/strong>干了，公司又发展了/,
    title: "后帆发展的新征程",
  },
  {
    locale: "zh-Hant",
    hair: /他的頭<strong>髮<\/strong>乾了，公司又發展了/,
    title: "后帆發展的新征程",
  },
];

describe("a publish", () => {
  test("shows in both scripts on the page, the list, the category and the home page", async ({
    site,
  }) => {
    const article = newArticle({ title: "后帆发展的新征程" });
    await editorClient(site).create(article);
    for (const { locale, hair, title } of scripts) {
      const page = await waitUntil(
        () => lookAt(`${site.url}/${locale}/news/${article.slug.current}`),
        ({ status }) => status === 200,
      );
      expect(page.text).toMatch(hair);
      for (const list of ["", "/news", "/news/category/company"]) {
        const seen = await waitUntil(
          () => lookAt(`${site.url}/${locale}${list}`),
          ({ text }) => text.includes(`/news/${article.slug.current}"`),
        );
        expect(seen.text, `${locale}${list}`).toContain(title);
      }
    }
    await editorClient(site).delete(article._id);
  });

  test("replaces the text of a page that was already served", async ({ site }) => {
    const article = newArticle({ title: "初稿的标题" });
    const url = `${site.url}/zh-Hant/news/${article.slug.current}`;
    await editorClient(site).create(article);
    await waitUntil(
      () => lookAt(url),
      ({ status }) => status === 200,
    );
    await editorClient(site).patch(article._id).set({ title: "改过的标题" }).commit();
    const changed = await waitUntil(
      () => lookAt(url),
      ({ text }) => text.includes("改過的標題"),
    );
    expect(changed.text).toContain("改過的標題");
    expect(changed.text).not.toContain("初稿");
    await editorClient(site).delete(article._id);
  });

  test("answers 404 before, 200 after, and 404 again when it is withdrawn", async ({ site }) => {
    const article = newArticle({ title: "来了又走的文章" });
    const url = `${site.url}/zh-Hans/news/${article.slug.current}`;
    expect(await lookAt(url)).toMatchObject({ status: 404 });
    await editorClient(site).create(article);
    expect(
      await waitUntil(
        () => lookAt(url),
        ({ status }) => status === 200,
      ),
    ).toMatchObject({
      status: 200,
    });
    await editorClient(site).delete(article._id);
    expect(
      await waitUntil(
        () => lookAt(url),
        ({ status }) => status === 404,
      ),
    ).toMatchObject({
      status: 404,
    });
    const list = await waitUntil(
      () => lookAt(`${site.url}/zh-Hans/news`),
      ({ text }) => !text.includes(article.slug.current),
    );
    expect(list.text).not.toContain(article.slug.current);
  });

  test("sends the readers of the old address to the new one after a rename", async ({ site }) => {
    const article = newArticle({ title: "换了地址的文章" });
    const old = article.slug.current;
    await editorClient(site).create(article);
    await waitUntil(
      () => lookAt(`${site.url}/zh-Hans/news/${old}`),
      ({ status }) => status === 200,
    );
    await editorClient(site)
      .patch(article._id)
      .set({ slug: { _type: "slug", current: `${old}-moved` } })
      .commit();
    for (const { locale } of scripts) {
      const moved = await waitUntil(
        () => lookAt(`${site.url}/${locale}/news/${old}`),
        ({ status }) => status === 308,
      );
      expect(moved.status).toBe(308);
      expect(moved.location).toContain(`/${locale}/news/${old}-moved`);
      const page = await lookAt(`${site.url}/${locale}/news/${old}-moved`);
      expect(page.status).toBe(200);
    }
    await editorClient(site).delete(article._id);
  });

  test("of an article written in Traditional reads right in both scripts", async ({ site }) => {
    const article = {
      ...newArticle({ title: "聯繫我們，並處於新征程" }),
      script: "zh-Hant",
      excerpt: "疫後採購的顯著特徵，由銷售經理葉順濤介紹。",
    };
    await editorClient(site).create(article);
    const hans = await waitUntil(
      () => lookAt(`${site.url}/zh-Hans/news/${article.slug.current}`),
      ({ status }) => status === 200,
    );
    const hant = await lookAt(`${site.url}/zh-Hant/news/${article.slug.current}`);
    for (const words of ["联系我们，并处于新征程", "疫后采购的显著特征", "叶顺涛"])
      expect(hans.text).toContain(words);
    for (const words of ["聯繫我們，並處於新征程", "疫後採購的顯著特徵", "葉順濤"])
      expect(hant.text).toContain(words);
    await editorClient(site).delete(article._id);
  });
});
