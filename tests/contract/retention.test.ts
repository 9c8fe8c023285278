import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { type LakeProcess, siteToken, startLakeProcess } from "./lake-process.ts";

const day = 24 * 3_600_000;
let lake: LakeProcess;

beforeAll(async () => {
  lake = await startLakeProcess();
});
afterAll(() => lake.remove());

/** The site's own code with settings of its own: it reads them once, when it is first asked. */
async function eraseWith(days: string): Promise<number> {
  vi.resetModules();
  vi.stubEnv("LAKE_URL", lake.url);
  vi.stubEnv("SANITY_API_TOKEN", siteToken);
  vi.stubEnv("INQUIRY_RETENTION_DAYS", days);
  const { eraseOldInquiries } = await import("@/lib/content/inquiry/retention");
  return eraseOldInquiries(Date.now());
}

it("messages are erased with their history once they are older than promised, and not before", async () => {
  const client = lake.client();
  const made = (ago: number) => new Date(Date.now() - ago).toISOString();
  await client.create({ _id: "inquiry.old", _type: "inquiry", _createdAt: made(31 * day) });
  await client.patch("inquiry.old").set({ phone: "000-1234-5678" }).commit();
  await client.create({ _id: "inquiry.new", _type: "inquiry", _createdAt: made(29 * day) });
  await client.create({ _id: "article", _type: "article", _createdAt: made(900 * day) });
  const ids = () => client.fetch<string[]>("*[]._id | order(@)");

  expect(await eraseWith("0")).toBe(0);
  expect(await eraseWith("")).toBe(0);
  expect(await ids()).toEqual(["article", "inquiry.new", "inquiry.old"]);
  expect(await eraseWith("30")).toBe(1);
  expect(await ids()).toEqual(["article", "inquiry.new"]);
  const history = await client.request<string>({
    url: "/data/history/production/transactions/inquiry.old",
  });
  expect(JSON.stringify(history)).not.toContain("000-1234");
  expect(await eraseWith("30")).toBe(0);
});
