import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { SearchStore } from "@/lib/search/store.ts";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "site-search-"));
  vi.stubEnv("DATA_DIR", dataDir);
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

/** An index whose first page, with its version, is whole, and nothing else. */
function writeDamagedIndex(): void {
  const store = SearchStore.open(dataDir);
  const text = { title: "水泵", excerpt: null, names: "", body: "水泵与阀门".repeat(200) };
  store.put(
    Array.from({ length: 200 }, (_, at) => ({
      id: `a${at}`,
      kind: "article" as const,
      slug: `a${at}`,
      publishedAt: "2026-01-01T00:00:00Z",
      texts: { "zh-Hans": text },
      revision: "1",
    })),
  );
  store.close();
  const file = join(dataDir, "search.db");
  const bytes = readFileSync(file);
  writeFileSync(
    file,
    Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]),
  );
}

it("gives up an index that turns out to be damaged inside, and goes on with a new one", async () => {
  writeDamagedIndex();
  const { searchSite } = await import("@/app/[locale]/search/site-search");
  expect(searchSite("水泵", 1, "zh-Hans")).toEqual({ is: "unavailable" });
  expect(searchSite("水泵", 1, "zh-Hans")).toMatchObject({ is: "found", found: { total: 0 } });
});
