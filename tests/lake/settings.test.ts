import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { StartupError } from "../../lib/lake/errors.ts";
import { readSettings } from "../../lib/lake/settings.ts";

describe("readSettings", () => {
  it("needs nothing", () => {
    expect(readSettings({})).toMatchObject({
      port: 3001,
      host: "127.0.0.1",
      dataDir: join(import.meta.dirname, "../../.data"),
      projectId: "yiwen",
      siteToken: null,
      webhooks: [],
      publicUrl: "http://localhost:3001",
      isPublicUrlTold: false,
    });
  });

  it("takes an empty variable for an absent one and a public URL without its last slash", () => {
    const settings = readSettings({
      LAKE_SITE_TOKEN: "",
      LAKE_PORT: "4100",
      LAKE_PUBLIC_URL: "https://news.example.com/api/lake/",
    });
    expect(settings).toMatchObject({
      siteToken: null,
      port: 4100,
      publicUrl: "https://news.example.com/api/lake",
    });
  });

  it("fills in what a webhook leaves out", () => {
    const hooks = [{ name: "revalidate", url: "http://127.0.0.1:3000/api/revalidate" }];
    expect(readSettings({ LAKE_WEBHOOKS: JSON.stringify(hooks) }).webhooks).toEqual([
      { ...hooks[0], filter: "", projection: "", dataset: "production" },
    ]);
  });

  it.each([
    { environment: { LAKE_PORT: "many" }, named: /LAKE_PORT: must be a whole number .* like 3001/ },
    { environment: { LAKE_PUBLIC_URL: "www" }, named: /LAKE_PUBLIC_URL: .* like https:/ },
    { environment: { LAKE_SITE_TOKEN: "short" }, named: /LAKE_SITE_TOKEN/ },
    { environment: { LAKE_WEBHOOKS: "{" }, named: /LAKE_WEBHOOKS: is not JSON/ },
    { environment: { LAKE_WEBHOOKS: '[{"name":"x","url":"nowhere"}]' }, named: /0\.url/ },
    { environment: { LAKE_LOG: "loud" }, named: /LAKE_LOG/ },
  ])("refuses $environment in one sentence that names it", ({ environment, named }) => {
    expect(() => readSettings(environment)).toThrow(StartupError);
    expect(() => readSettings(environment)).toThrow(named);
  });
});
