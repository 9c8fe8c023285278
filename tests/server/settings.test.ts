import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { ExpectedFailure } from "../../lib/server/failure.ts";
import { readSecrets } from "../../lib/server/secrets.ts";
import { lakeEnvironment, parseSettings, readSettings } from "../../lib/server/settings.ts";

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
    ["PORT", "65536", "3000"],
    ["PORT", "three", "from 1 to 65535"],
    ["LAKE_PORT", "-1", "3001"],
    ["SITE_URL", "www.example.com", "https://www.example.com"],
    ["SITE_URL", "https://www.example.com/site", "with no path"],
    ["SITE_URL", "https://www.example.com/?x=1", "with no path"],
    ["SITE_URL", "https://user:hush@www.example.com", "with no path"],
    ["LEAN_HTML", "maybe", "on or off"],
    ["PAGE_CACHE_MB", "much", "like 96"],
    ["TRUSTED_PROXIES", "-1", "like 1"],
    ["LOCALES", "zh-Hant", "zh-Hans,zh-Hant"],
    ["LOCALES", "zh-Hans,zh-Hant,zh-TW", "zh-Hans,zh-Hant"],
    ["LAKE_WEBHOOKS", "{", '[{"name"'],
    ["LAKE_WEBHOOKS", '[{"name":"mine"}]', '[{"name"'],
    ["LAKE_WEBHOOKS", '[{"name":"revalidate","url":"https://a.example"}]', "the site's own"],
    // What the site alone reads, which it would only do when a reader asks for a page.
    ["SMTP_URL", "smtp.example.com:465", "smtps://user:password@smtp.example.com:465"],
    ["INQUIRY_RETENTION_DAYS", "abc", "like 365"],
    ["NOTIFY_FEISHU_URL", "open.feishu.cn", "https://open.feishu.cn"],
    ["BAIDU_PUSH_DAILY", "0", "1 or more"],
    ["WECHAT_API_URL", "api.weixin.qq.com", "https://api.weixin.qq.com"],
  ])(
    "refuses %s=%s in one sentence that names it and says what to write",
    (name, value, advice) => {
      const refuse = () => parseSettings({ [name]: value }, "/");
      expect(refuse).toThrow(ExpectedFailure);
      expect(refuse).toThrow(new RegExp(`^${name} [^\\n]*${RegExp.escape(advice)}[^\\n]*$`, "u"));
      expect(refuse).not.toThrow("hush");
    },
  );

  it("names everything that cannot be used at once", () => {
    const variables = { PORT: "x", SMTP_URL: "mail", SITE_URL: "site" };
    for (const name of Object.keys(variables))
      expect(() => parseSettings(variables, "/")).toThrow(name);
  });

  it("wants two ports, unless content lives on hosted Sanity", () => {
    const variables = { PORT: "3001" };
    expect(() => parseSettings(variables, "/")).toThrow("PORT and LAKE_PORT are both 3001");
    expect(parseSettings({ ...variables, SANITY_PROJECT_ID: "abc" }, "/").port).toBe(3001);
  });
});

describe("readSettings", () => {
  it("says that an .env which is a folder cannot be read", () => {
    const root = folder();
    mkdirSync(join(root, ".env"));
    expect(() => readSettings(root, false)).toThrow(/^\.env cannot be read: make it a file/u);
  });
});

describe("lakeEnvironment", () => {
  it("keeps the operator's own webhooks beside the site's", () => {
    const secrets = { siteToken: "s", webhookSecret: "w", internalSecret: "i" };
    const mine = { name: "mine", url: "https://a.example/hook", filter: '_type == "article"' };
    const settings = parseSettings({ LAKE_WEBHOOKS: JSON.stringify([mine]) }, "/");
    const hooks: unknown = JSON.parse(lakeEnvironment(settings, secrets)["LAKE_WEBHOOKS"] ?? "");
    expect(hooks).toEqual([expect.objectContaining({ name: "revalidate" }), mine]);
  });

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
