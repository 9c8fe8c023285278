import { Readable } from "node:stream";

import { describe, expect, it } from "vitest";

import { exchange } from "../../lib/server/exchange.ts";

describe("exchange", () => {
  it("holds a streamed file that is larger than any buffer on the way", async () => {
    const parts = Array.from({ length: 40 }, () => Buffer.alloc(64 * 1024, "x"));
    const answer = await exchange(
      async (_request, response) => {
        Readable.from(parts).pipe(response);
      },
      { method: "GET", url: "/large.js", headers: {} },
      5000,
    );
    expect(answer.body.length).toBe(40 * 64 * 1024);
  });
});
