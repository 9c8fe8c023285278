import { describe, expect, it } from "vitest";

import { kept, openDoor } from "./door.ts";

const html = "<!DOCTYPE html><html><body><p>新闻</p></body></html>";

describe("security headers", () => {
  it.each([
    {
      name: "forbid inline scripts on public pages",
      url: "/zh-Hans",
      scripts: "script-src 'self' 'inline-speculation-rules';",
    },
    {
      name: "let the Studio's framework start, on this origin",
      url: "/studio",
      scripts: "script-src 'self' 'unsafe-inline';",
    },
  ])("$name", async ({ url, scripts }) => {
    const door = await openDoor(
      (_request, response) => void response.writeHead(200, kept).end(html),
    );
    const policy = (await fetch(door.url + url)).headers.get("content-security-policy") ?? "";
    expect(policy).toContain(scripts);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/sanity\.io/);
  });

  it("promise TLS only where the site has it", async () => {
    const plain = await openDoor(
      (_request, response) => void response.writeHead(200, kept).end(html),
    );
    const secure = await openDoor(
      (_request, response) => void response.writeHead(200, kept).end(html),
      { SITE_URL: "https://example.test" },
    );
    expect(
      (await fetch(`${plain.url}/zh-Hans`)).headers.get("strict-transport-security"),
    ).toBeNull();
    expect((await fetch(`${secure.url}/zh-Hans`)).headers.get("strict-transport-security")).toBe(
      "max-age=31536000",
    );
  });
});
