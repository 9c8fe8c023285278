import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { QueryPool } from "../../../lib/lake/query/pool.ts";

describe("QueryPool", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pool-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("refuses at once when its workers cannot start, instead of letting everybody wait", async () => {
    const file = join(folder, "lake.db");
    new DatabaseSync(file).close();
    const pool = new QueryPool({
      file,
      projectId: "yiwen",
      deadlineMs: 2000,
      maxResultBytes: 1_000_000,
      size: 1,
      maxSize: 2,
    });
    const asked = pool.run({
      dataset: "production",
      perspective: "raw",
      isAnonymous: true,
      query: "count(*)",
      params: {},
      identity: "",
      now: 0,
    });
    await expect(asked).rejects.toThrow("A query worker could not start");
    await pool.close();
  });
});
