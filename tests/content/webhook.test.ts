import { createHmac } from "node:crypto";

import { describe, expect, it } from "vitest";

import { isSigned, readEvent } from "@/lib/content/webhook";

const secret = "a secret";
const now = Date.UTC(2026, 10, 23);
const body = JSON.stringify({
  _id: "article-a",
  _type: "article",
  before: null,
  after: { slug: "a" },
});

function sign(text: string, at = now, key = secret): string {
  const digest = createHmac("sha256", key).update(`${at}.${text}`).digest("base64url");
  return `t=${at},v1=${digest}`;
}

describe("isSigned", () => {
  it("believes a body signed just now", () => {
    expect(isSigned(body, sign(body), secret, now)).toBe(true);
  });

  it.each([
    ["with another secret", body, sign(body, now, "other")],
    ["over another body", `${body} `, sign(body)],
    ["six minutes ago", body, sign(body, now - 360_000)],
    ["six minutes ahead", body, sign(body, now + 360_000)],
    ["with a moved timestamp", body, sign(body).replace(`t=${now}`, `t=${now + 1}`)],
    ["with half a signature", body, sign(body).slice(0, -10)],
    ["in another format", body, "sha256=abc"],
    ["not at all", body, null],
  ])("does not believe a body signed %s", (_, text, header) => {
    expect(isSigned(text, header, secret, now)).toBe(false);
  });
});

describe("readEvent", () => {
  it("reads what changed", () => {
    expect(readEvent(body)).toMatchObject({ _id: "article-a", before: null, after: { slug: "a" } });
  });

  it.each(["", "null", "{}", '{"_id":"a","_type":"inquiry"}', "not json"])("refuses %j", (text) => {
    expect(readEvent(text)).toBeNull();
  });
});
