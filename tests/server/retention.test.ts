import { expect, it, onTestFinished, vi } from "vitest";

import type { Question } from "../../lib/server/exchange.ts";
import { createRetention } from "../../lib/server/retention.ts";

it("asks at once, goes on after a failure, and then leaves it for a day", async () => {
  const asked: Question[] = [];
  const retention = createRetention(async (question) => {
    asked.push(question);
    if (asked.length === 1) throw new Error("The site is starting");
    return { status: asked.length === 2 ? 503 : 200, headers: {}, body: Buffer.alloc(0) };
  }, "the secret");
  onTestFinished(() => retention.stop());
  retention.start({ failed: 1, done: 3_600_000 });
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  await new Promise((done) => setTimeout(done, 50));
  expect(asked).toHaveLength(3);
  expect(asked[0]).toMatchObject({
    method: "POST",
    url: "/api/inquiries/retention",
    headers: { authorization: "Bearer the secret" },
  });
});
