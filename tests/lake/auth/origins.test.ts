import { describe, expect, it } from "vitest";

import { isOwnOrigin } from "../../../lib/lake/auth/origins.ts";

describe("isOwnOrigin", () => {
  it.each([
    { address: "https://example.com/studio", own: true },
    { address: "https://example.com:443/", own: true },
    { address: "http://example.com/studio", own: false },
    { address: "https://example.com.evil.test/", own: false },
    { address: "https://example.com@evil.test/", own: false },
    { address: "//evil.test/", own: false },
    { address: "javascript:alert(1)", own: false },
    { address: "null", own: false },
  ])("$address of a public site: $own", ({ address, own }) => {
    expect(isOwnOrigin(address, "https://example.com/api/lake")).toBe(own);
  });

  it.each([
    { address: "http://127.0.0.1:3000/studio", own: true },
    { address: "http://[::1]:3000/studio", own: true },
    { address: "http://localhost:5173/", own: false },
    { address: "http://192.168.1.9:3000/", own: false },
  ])("$address of a site on this machine: $own", ({ address, own }) => {
    expect(isOwnOrigin(address, "http://localhost:3000/api/lake")).toBe(own);
  });
});
