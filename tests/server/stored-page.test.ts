import { describe, expect, it } from "vitest";

import { acceptedEncodings, storedPage } from "../../lib/server/stored-page.ts";

describe("acceptedEncodings", () => {
  it.each([
    { header: "gzip, deflate, br, zstd", expected: ["br", "gzip"] },
    { header: "gzip", expected: ["gzip"] },
    { header: "br;q=0, gzip", expected: ["gzip"] },
    { header: "*", expected: ["br", "gzip"] },
    { header: "*;q=0", expected: [] },
    { header: "identity", expected: [] },
    { header: undefined, expected: [] },
  ])("reads $header", ({ header, expected }) => {
    expect(acceptedEncodings(header)).toEqual(expected);
  });
});

describe("storedPage", () => {
  const page = {
    status: 200,
    headers: { "content-type": "text/html" },
    body: Buffer.from("新闻".repeat(500)),
  };

  it("keeps text three ways and pictures one way", async () => {
    const picture = { ...page, headers: { "content-type": "image/png" } };
    expect([...(await storedPage(page)).variants.keys()]).toEqual(["identity", "br", "gzip"]);
    expect([...(await storedPage(picture)).variants.keys()]).toEqual(["identity"]);
  });

  it("names equal content equally and different content differently", async () => {
    const [first, same, other] = await Promise.all(
      [page, page, { ...page, body: Buffer.from("乙") }].map(storedPage),
    );
    expect(same?.etag).toBe(first?.etag);
    expect(other?.etag).not.toBe(first?.etag);
  });
});
