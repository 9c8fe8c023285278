import { describe, expect, it } from "vitest";

import { isFromOurPage } from "@/lib/content/inquiry/origin";

const host = "www.houfan.example";
const site = `https://${host}`;

describe("isFromOurPage", () => {
  it.each([
    { headers: { origin: site }, isOurs: true },
    { headers: { referer: `${site}/zh-Hans/contact/message` }, isOurs: true },
    { headers: { origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" }, isOurs: true },
    { headers: {}, isOurs: true },
    { headers: { origin: "https://evil.example", referer: site }, isOurs: false },
    { headers: { origin: "null" }, isOurs: false },
    { headers: { referer: "https://www.houfan.example.evil.example/" }, isOurs: false },
  ])("says $isOurs to $headers", ({ headers, isOurs }) => {
    expect(isFromOurPage(new Headers({ host, ...headers }), site)).toBe(isOurs);
  });
});
