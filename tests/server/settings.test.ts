import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { readSecrets } from "../../lib/server/secrets.ts";
import { lakeEnvironment, parseSettings } from "../../lib/server/settings.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "settings-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

describe("parseSettings", () => {
  it("needs nothing to be set, and takes an empty variable for an unset one", () => {
    const settings = parseSettings({ PORT: "", SANITY_PROJECT_ID: "" }, "/srv/yiwen");
    expect(settings).toMatchObject({
      port: 3000,
      lakeUrl: "http://127.0.0.1:3001",
      dataDir: "/srv/yiwen/.data",
      siteUrl: "http://localhost:3000",
      leanHtml: true,
      hosted: null,
    });
  });

  it("knows no lake where a project of hosted Sanity is named", () => {
    const { hosted } = parseSettings({ SANITY_PROJECT_ID: "abc123" }, "/");
    expect(hosted).toMatchObject({
      projectId: "abc123",
      dataset: "production",
      cdn: "https://cdn.sanity.io",
    });
  });

  it("keeps the framework's scripts in development", () => {
    expect(parseSettings({}, "/", true).leanHtml).toBe(false);
  });

  it.each([
    { PORT: "65536" },
    { PORT: "three" },
    { LAKE_PORT: "-1" },
    { SITE_URL: "www.example.com" },
    { LEAN_HTML: "maybe" },
    { TRUSTED_PROXIES: "-1" },
    { LOCALES: "zh-Hant" },
    { LOCALES: "zh-Hans,zh-Hant,zh-TW" },
  ])("refuses $0 and names it", (variables) => {
    expect(() => parseSettings(variables, "/")).toThrow(Object.keys(variables)[0]);
  });
});

describe("lakeEnvironment", () => {
  it("tells the lake to report public documents to this site, with the shared secret", () => {
    const secrets = {
      siteToken: "s".repeat(43),
      webhookSecret: "w".repeat(43),
      internalSecret: "i".repeat(43),
    };
    const environment = lakeEnvironment(
      parseSettings({ PORT: "4000", SITE_URL: "https://www.example.com/" }, "/"),
      secrets,
    );
    expect(environment).toMatchObject({
      LAKE_PUBLIC_URL: "https://www.example.com/api/lake",
      LAKE_SITE_TOKEN: secrets.siteToken,
    });
    expect(JSON.parse(environment["LAKE_WEBHOOKS"] ?? "")).toEqual([
      expect.objectContaining({
        url: "http://127.0.0.1:4000/api/revalidate",
        secret: secrets.webhookSecret,
        dataset: "production",
      }),
    ]);
  });
});

describe("the address at which the lake finds the site", () => {
  it.each([
    { HOST: "0.0.0.0", host: "127.0.0.1" },
    { HOST: "::", host: "127.0.0.1" },
    { HOST: "192.168.7.7", host: "192.168.7.7" },
    { HOST: "fd00::7", host: "[fd00::7]" },
  ])("is $host for a door at $HOST", ({ HOST, host }) => {
    const secrets = { siteToken: "s", webhookSecret: "w", internalSecret: "i" };
    const environment = lakeEnvironment(parseSettings({ HOST, PORT: "4000" }, "/"), secrets);
    expect(environment["LAKE_WEBHOOKS"]).toContain(`"http://${host}:4000/api/revalidate"`);
  });
});

describe("readSecrets", () => {
  it("makes them once, readable by the owner alone, and keeps them", () => {
    const dataDir = folder();
    const first = readSecrets(dataDir);
    expect(readSecrets(dataDir)).toEqual(first);
    expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(first)).size).toBe(3);
  });

  it("does not replace a damaged file, and says which it is", () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, "secrets.json"), "{}");
    expect(() => readSecrets(dataDir)).toThrow("secrets.json is damaged");
    expect(readFileSync(join(dataDir, "secrets.json"), "utf8")).toBe("{}");
  });
});
