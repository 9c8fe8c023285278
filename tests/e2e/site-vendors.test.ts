import { afterAll, beforeAll } from "vitest";
import { z } from "zod";

import { startVendor, type Vendor } from "../content/vendor-server.ts";
import { describe, expect, test } from "./browser.ts";
import { editorClient, newArticle, waitUntil } from "./content-editor.ts";
import { type SiteProcess, startSiteProcess } from "./site-process.ts";

const inWechat =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50";
const sdk = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js";

/** What the vendor's script would do with what it is told: remember it. */
const standIn = `globalThis.told = []; globalThis.wx = {
  config: (settings) => told.push(["config", settings]),
  ready: (act) => act(),
  updateAppMessageShareData: (share) => told.push(["message", share]),
  updateTimelineShareData: (share) => told.push(["timeline", share]),
};`;

const toldSchema = z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())]));

describe("a site with the keys of WeChat and Baidu", () => {
  let wechat: Vendor;
  let baidu: Vendor;
  let site: SiteProcess;

  beforeAll(async () => {
    wechat = await startVendor(({ url }) =>
      url.pathname.includes("token")
        ? { body: { access_token: "t", expires_in: 7_200 } }
        : { body: { errcode: 0, ticket: "j", expires_in: 7_200 } },
    );
    baidu = await startVendor(() => ({ body: { success: 2, remain: 9 } }));
    site = await startSiteProcess({
      environment: {
        WECHAT_APP_ID: "wx-app",
        WECHAT_APP_SECRET: "app-secret",
        WECHAT_API_URL: wechat.url,
        BAIDU_PUSH_TOKEN: "push-token",
        BAIDU_PUSH_URL: `${baidu.url}/urls`,
        REHEARSAL: "off",
      },
    });
  });
  afterAll(async () => {
    await site.stop();
    wechat.close();
    baidu.close();
  });

  test("signs its pages, and lets in that one script where a reader is in WeChat", async ({
    openContext,
    expectedErrors,
  }) => {
    expectedErrors.push(/another host: https:\/\/res\.wx\.qq\.com\/open\/js\//);
    const context = await openContext({ baseURL: site.url, userAgent: inWechat });
    await context.route(sdk, (route) =>
      route.fulfill({ contentType: "text/javascript", body: standIn }),
    );
    const page = await context.newPage();
    await page.goto("/zh-Hant?from=timeline");
    const look = () => page.evaluate<unknown>(() => Reflect.get(globalThis, "told"));
    await expect.poll(look, { timeout: 60_000 }).toHaveLength(3);
    const told = toldSchema.parse(await look());
    expect(told[0]?.[1]).toMatchObject({
      appId: "wx-app",
      signature: expect.stringMatching(/^[\da-f]{40}$/),
    });
    expect(told[1]?.[1]).toMatchObject({
      title: "后帆泵閥 － 讓每一滴水，到該到的地方",
      link: expect.stringMatching(/\/zh-Hant$/),
      imgUrl: expect.stringContaining("-square.png"),
    });
    const policy = (await fetch(`${site.url}/zh-Hant`)).headers.get("content-security-policy");
    expect(policy).toMatch(
      /script-src 'self' 'inline-speculation-rules' https:\/\/res\.wx\.qq\.com;/,
    );
    const sign = (url: string) =>
      fetch(`${site.url}/api/wechat/signature?url=${encodeURIComponent(url)}`);
    expect((await sign("https://evil.example/zh-Hans")).status).toBe(400);
    expect((await sign(`${site.url}/zh-Hans/news`)).status).toBe(200);
    expect(wechat.calls).toHaveLength(2);
    await context.close();
    const plain = await openContext({ baseURL: site.url });
    const visitor = await plain.newPage();
    const asked: string[] = [];
    visitor.on("request", (request) => asked.push(request.url()));
    await visitor.goto("/zh-Hant", { waitUntil: "networkidle" });
    expect(asked.filter((url) => /wechat\/signature|wx\.qq/.test(url))).toEqual([]);
    await plain.close();
  });

  test("tells Baidu of an article in both scripts once it is published", async () => {
    const article = newArticle({ title: "推送给百度的新闻" });
    const path = `/news/${article.slug.current}`;
    await waitUntil(
      async () => fetch(`${site.url}/zh-Hans/news`),
      ({ status }) => status === 200,
    );
    await editorClient(site).create(article);
    const pushed = await waitUntil(
      async () => baidu.calls.flatMap(({ body }) => body.split("\n")),
      (urls) => urls.some((url) => url.endsWith(path)),
    );
    expect(pushed).toEqual([`${site.url}/zh-Hans${path}`, `${site.url}/zh-Hant${path}`]);
    expect(baidu.calls[0]?.url.searchParams.get("token")).toBe("push-token");
  });
});
