import { randomUUID } from "node:crypto";

import { describe, expect, test } from "./browser.ts";
import { editorClient, lookAt, newArticle, slugWith, waitUntil } from "./content-editor.ts";

describe("a film", () => {
  test("loads nothing before it is asked for, then plays with the reader's captions", async ({
    page,
    site,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`/zh-Hant/news/${await slugWith(site, "defined(video.file)")}`);
    const film = page.locator("video").first();
    await film.scrollIntoViewIfNeeded();
    await page.waitForLoadState("networkidle");
    expect(asked.filter((url) => /\.(?:mp4|vtt)/.test(url))).toEqual([]);
    const bytes = page.waitForResponse(/\.mp4/);
    const words = page.waitForResponse(/\.vtt/);
    await film.evaluate((video: HTMLVideoElement) => void video.play());
    expect((await bytes).status()).toBe(206);
    expect((await words).status()).toBe(200);
    const shown = await film.evaluate((video: HTMLVideoElement) =>
      [...video.textTracks]
        .filter(({ mode }) => mode === "showing")
        .map(({ language }) => language),
    );
    expect(shown).toEqual(["zh-Hant"]);
    expect(await page.getByText("影片文字稿").count()).toBe(1);
  });

  test.for([
    ["bilibili", "BV1xx411c7mD", "https://player.bilibili.com/player.html?bvid=BV1xx411c7mD"],
    ["youtube", "aqz-KE-bpKQ", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"],
  ] as const)(
    "kept at %s is a link until somebody plays it",
    async ([provider, providerId, player], { openContext, expectedErrors, site }) => {
      const lake = editorClient(site);
      const article = {
        ...newArticle({ title: `外站视频 ${randomUUID()}` }),
        video: { _type: "video", provider, providerId },
      };
      await lake.create(article);
      const address = `/zh-Hans/news/${article.slug.current}`;
      await waitUntil(
        () => lookAt(site.url + address),
        ({ status }) => status === 200,
      );
      expectedErrors.push(new RegExp(`another host: ${player.replaceAll(/[.?]/g, "\\$&")}`));
      const context = await openContext();
      await context.route(`${new URL(player).origin}/**`, (route) =>
        route.fulfill({ contentType: "text/html", body: "<title>player</title>" }),
      );
      const page = await context.newPage();
      await page.goto(address);
      expect(await page.locator("iframe").count()).toBe(0);
      await page.getByRole("link", { name: "播放" }).click();
      const frame = page.locator("iframe");
      expect(await frame.getAttribute("src")).toContain(player);
      expect(await frame.getAttribute("title")).toContain("播放器");
      await lake.delete(article._id);
    },
  );
});

describe("an article", () => {
  test("leads from a footnote's mark to the note and back", async ({ page, site }) => {
    await page.goto(
      `/zh-Hans/news/${await slugWith(site, '"footnote" in body[].markDefs[]._type')}`,
    );
    await page.getByRole("main").getByRole("link", { name: "注释 1" }).click();
    expect(new URL(page.url()).hash).toBe("#note-1");
    await page.getByRole("link", { name: "回到正文第 1 条注释处" }).click();
    expect(new URL(page.url()).hash).toBe("#ref-1");
  });

  test("goes on on a phone, in its script, from a code that phones are not shown", async ({
    openContext,
    site,
  }) => {
    const path = `/zh-Hant/news/${await slugWith(site, "defined(cover)")}`;
    const desk = await (await openContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await desk.goto(path);
    const code = desk.getByRole("article").getByAltText("本頁網址的二維碼");
    await desk.getByRole("article").getByText("手機掃一掃").click();
    const source = new URL((await code.getAttribute("src")) ?? "", site.url);
    expect(source.searchParams.get("path")).toBe(path);
    const answer = await fetch(source);
    expect(answer.headers.get("content-type")).toBe("image/svg+xml");
    const phone = await (await openContext({ viewport: { width: 390, height: 800 } })).newPage();
    await phone.goto(path);
    expect(await phone.getByText("手機掃一掃").filter({ visible: true }).count()).toBe(0);
  });
});
