import { beforeEach, describe, expect, it, vi } from "vitest";

import { jsapiTicket, WechatError } from "@/lib/content/wechat/vendor";

import { openVendor, type Call } from "../vendor-server";

const start = Date.UTC(2026, 5, 1);
const app = (api: string) => ({ appId: "wx-app", secret: "app-secret", api });

const isToken = ({ url }: Call) => url.pathname === "/cgi-bin/stable_token";
const token = (value: string) => ({ body: { access_token: value, expires_in: 7_200 } });
const ticket = (value: string) => ({
  body: { errcode: 0, errmsg: "ok", ticket: value, expires_in: 7_200 },
});

beforeEach(() => {
  globalThis.yiwenShared?.delete("wechat");
});

describe("jsapiTicket", () => {
  it("asks for a token, with it for a ticket, and keeps both", async () => {
    const { calls, url } = await openVendor((call) => (isToken(call) ? token("t1") : ticket("j1")));
    expect(await jsapiTicket(app(url), start)).toBe("j1");
    expect(await jsapiTicket(app(url), start + 6_800_000)).toBe("j1");
    expect(calls.map(({ method, url: asked }) => `${method} ${asked.pathname}`)).toEqual([
      "POST /cgi-bin/stable_token",
      "GET /cgi-bin/ticket/getticket",
    ]);
    expect(JSON.parse(calls[0]?.body ?? "")).toEqual({
      grant_type: "client_credential",
      appid: "wx-app",
      secret: "app-secret",
      force_refresh: false,
    });
    expect(calls[1]?.url.searchParams.get("access_token")).toBe("t1");
    expect(calls[1]?.url.searchParams.get("type")).toBe("jsapi");
  });

  it("renews them five minutes before they end", async () => {
    const { calls, url } = await openVendor((call, number) =>
      isToken(call) ? token(`t${number}`) : ticket(`j${number}`),
    );
    await jsapiTicket(app(url), start);
    expect(await jsapiTicket(app(url), start + 6_901_000)).toBe("j4");
    expect(calls).toHaveLength(4);
  });

  it("asks once for all who wait", async () => {
    const { calls, url } = await openVendor((call) => (isToken(call) ? token("t1") : ticket("j1")));
    const asked = Array.from({ length: 20 }, () => jsapiTicket(app(url), start));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["j1"]));
    expect(calls).toHaveLength(2);
  });

  it("takes a new token, once, when WeChat has forgotten the old one", async () => {
    const { calls, url } = await openVendor((call, number) => {
      if (isToken(call)) return token(`t${number}`);
      if (call.url.searchParams.get("access_token") === "t3") return ticket("j1");
      return { body: { errcode: 40_001, errmsg: "invalid credential" } };
    });
    expect(await jsapiTicket(app(url), start)).toBe("j1");
    expect(JSON.parse(calls[2]?.body ?? "")).toMatchObject({ force_refresh: true });
    expect(calls).toHaveLength(4);
  });

  it.each([
    { name: "a wrong secret", reply: { body: { errcode: 40_125, errmsg: "invalid appsecret" } } },
    { name: "an answer that is no JSON", reply: { body: "<html>" } },
    { name: "an answer of another shape", reply: { body: { access_token: "" } } },
    { name: "a token that stays dead", reply: { body: { errcode: 42_001, errmsg: "expired" } } },
    { name: "a redirect", reply: { status: 302, body: {} } },
  ])("fails on $name and leaves WeChat alone for a minute", async ({ reply }) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { calls, url } = await openVendor(() => reply);
    await expect(jsapiTicket(app(url), start)).rejects.toThrow(WechatError);
    const before = calls.length;
    await expect(jsapiTicket(app(url), start + 59_000)).rejects.toThrow("a moment ago");
    expect(calls).toHaveLength(before);
    await expect(jsapiTicket(app(url), start + 61_000)).rejects.toThrow(WechatError);
    expect(calls.length).toBeGreaterThan(before);
    expect(JSON.stringify(warn.mock.calls)).not.toContain("app-secret");
    warn.mockRestore();
  });
});
