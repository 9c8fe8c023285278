import { describe, expect, it } from "vitest";

import { parseEnv } from "@/lib/env";

describe("parseEnv", () => {
  it("speaks to the embedded lake when nothing is set", () => {
    expect(parseEnv({}).cms).toEqual({
      hosted: false,
      projectId: "yiwen",
      dataset: "production",
      apiHost: "http://127.0.0.1:3001",
      token: undefined,
    });
  });

  it("speaks to hosted Sanity when a project is named", () => {
    const { cms } = parseEnv({ SANITY_PROJECT_ID: "abc123", SANITY_DATASET: "staging" });
    expect(cms).toMatchObject({
      hosted: true,
      projectId: "abc123",
      dataset: "staging",
      apiHost: "https://api.sanity.io",
    });
  });

  it("takes a blank variable as unset and an address without its last slash", () => {
    const { siteUrl, cms, webhookSecret } = parseEnv({
      SITE_URL: "https://houfan.example/",
      SANITY_PROJECT_ID: "",
      SANITY_WEBHOOK_SECRET: "",
    });
    expect(siteUrl).toBe("https://houfan.example");
    expect(cms.hosted).toBe(false);
    expect(webhookSecret).toBeUndefined();
  });

  it("writes as the addressee when no sender is named", () => {
    const { notify } = parseEnv({ SMTP_URL: "smtp://127.0.0.1", NOTIFY_EMAIL: "a@houfan.example" });
    expect(notify).toMatchObject({ mailFrom: "a@houfan.example", mailTo: "a@houfan.example" });
  });

  it("refuses a mail server that is a web page", () => {
    expect(() => parseEnv({ SMTP_URL: "https://houfan.example" })).toThrow(/SMTP_URL/);
  });

  it("refuses an address that is none, and says what one is like", () => {
    expect(() => parseEnv({ SITE_URL: "houfan" })).toThrow(
      /^SITE_URL must be an address like https:\/\/www\.example\.com$/,
    );
  });
});
