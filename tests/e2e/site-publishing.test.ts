import { describe, expect, test } from "./browser.ts";
import { editorClient, lookAt, newArticle, waitUntil } from "./content-editor.ts";

const seenAs = (status: number) => (look: { status: number }) => look.status === status;

describe("publishing", () => {
  test("leads from every old address of an article renamed twice to the newest one", async ({
    site,
  }) => {
    const lake = editorClient(site);
    const article = newArticle({ title: "两次改名的文章" });
    const first = article.slug.current;
    const address = (slug: string) => `${site.url}/zh-Hant/news/${slug}`;
    await lake.create(article);
    await waitUntil(() => lookAt(address(first)), seenAs(200));
    for (const slug of [`${first}-b`, `${first}-c`]) {
      await lake
        .patch(article._id)
        .set({ slug: { _type: "slug", current: slug } })
        .commit();
      await waitUntil(() => lookAt(address(slug)), seenAs(200));
    }
    for (const old of [first, `${first}-b`]) {
      const moved = await waitUntil(
        () => lookAt(address(old)),
        ({ location }) => location?.endsWith("-c") ?? false,
      );
      expect(moved).toMatchObject({ status: 308, location: expect.stringMatching(/-c$/) });
    }
    await lake.delete(article._id);
  });

  test.for(["category", "tag"])(
    "leads from the old address of a renamed %s to the new one, in both scripts",
    async (type, { site }) => {
      const lake = editorClient(site);
      const name = `renamed-${Date.now()}`;
      const slug = (current: string) => ({ slug: { _type: "slug", current } });
      const address = (script: string, current: string) =>
        `${site.url}/${script}/news/${type}/${current}`;
      await lake.create({ _id: name, _type: type, title: "改名之前", ...slug(name) });
      await waitUntil(() => lookAt(address("zh-Hans", name)), seenAs(200));
      await lake
        .patch(name)
        .set(slug(`${name}-b`))
        .commit();
      for (const script of ["zh-Hans", "zh-Hant"]) {
        const moved = await waitUntil(() => lookAt(address(script, name)), seenAs(308));
        expect(moved).toMatchObject({ status: 308 });
        expect(moved.location).toContain(new URL(address(script, `${name}-b`)).pathname);
        expect(await lookAt(address(script, `${name}-b`))).toMatchObject({ status: 200 });
      }
      await lake.delete(name);
    },
  );

  test("shows the last of many edits made in one breath, on the page and on its list", async ({
    site,
  }) => {
    const lake = editorClient(site);
    const article = newArticle({ title: "第零版" });
    const pages = [`/zh-Hans/news/${article.slug.current}`, "/zh-Hans/news", "/zh-Hant"];
    await lake.create(article);
    await waitUntil(() => lookAt(site.url + pages[0]), seenAs(200));
    for (let edit = 1; edit <= 10; edit += 1)
      await lake
        .patch(article._id)
        .set({ title: `第${edit}号修订` })
        .commit();
    for (const path of pages) {
      const look = await waitUntil(
        () => lookAt(site.url + path),
        ({ text }) => /第10[号號]修[订訂]/.test(text),
      );
      expect(look.text, path).toMatch(/第10[号號]修[订訂]/);
    }
    await lake.delete(article._id);
  });

  test("breaks no page but its own with a malformed document", async ({ site }) => {
    const lake = editorClient(site);
    const odd = newArticle({ title: "奇怪的文章" });
    const untitled = newArticle({ title: "没有题目" });
    await lake.create({
      ...odd,
      cover: { _type: "image", asset: { _type: "reference", _ref: "nothing", _weak: true } },
      tags: "none",
      video: 7,
      body: [{ _type: "hologram", _key: "x" }, { _type: "block", _key: "y" }, ...odd.body],
    });
    await lake.create({ ...untitled, title: 7 });
    const look = await waitUntil(
      () => lookAt(`${site.url}/zh-Hans/news/${odd.slug.current}`),
      seenAs(200),
    );
    expect(look.text).toContain("公司又发展了");
    for (const path of ["", "/news", "/news/category/company"])
      expect(await lookAt(`${site.url}/zh-Hans${path}`), path).toMatchObject({ status: 200 });
    const list = await waitUntil(
      () => lookAt(`${site.url}/zh-Hans/news`),
      ({ text }) => text.includes("奇怪的文章"),
    );
    expect(list.text).toContain("奇怪的文章");
    await lake.delete(odd._id);
    await lake.delete(untitled._id);
  });

  test("answers 404 to addresses that cannot be, in the reader's script", async ({ site }) => {
    const paths = ["x".repeat(300), "..%2f..%2fetc", "%E6%96%B0", "page", "category", "a/b/c"];
    for (const path of paths) {
      const look = await lookAt(`${site.url}/zh-Hant/news/${path}`);
      expect(look, path).toMatchObject({
        status: 404,
        text: expect.stringContaining("沒有這個頁面"),
      });
    }
  });

  test("keeps no answer of an interface that there is not", async ({ site }) => {
    const answer = await fetch(`${site.url}/api/none-such`);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([404, "no-store"]);
  });

  test("believes no webhook that is not signed", async ({ site }) => {
    const answer = await fetch(`${site.url}/api/revalidate`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(401);
  });
});
