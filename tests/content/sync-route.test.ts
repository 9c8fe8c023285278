import { afterEach, expect, it, vi } from "vitest";

import { freePort } from "@/lib/server/free-port.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
});

it("a look for changes at a silent CMS says why to the front door, and nothing to the log", async () => {
  const warnings = vi.spyOn(console, "warn");
  vi.resetModules();
  vi.stubEnv("LAKE_URL", `http://127.0.0.1:${await freePort()}`);
  const secret = "a secret of this machine, long enough";
  vi.stubEnv("INTERNAL_SECRET", secret);
  const { POST } = await import("@/app/api/revalidate/sync/route");
  const answer = await POST(
    new Request("http://localhost/api/revalidate/sync", {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
      body: JSON.stringify({ cursor: null, isRehearsal: false }),
    }),
  );
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({
    message: expect.stringMatching(/^The CMS could not be asked: .*ECONNREFUSED/),
  });
  expect(warnings).not.toHaveBeenCalled();
});
