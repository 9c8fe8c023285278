import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { addressOf, lockFolder, tellAddress } from "../../../lib/lake/store/folder-lock.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "folder-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("addressOf", () => {
  it("answers where the lake that has the folder answers, until that ends", () => {
    const unlock = lockFolder(folder);
    expect(addressOf(folder)).toBeNull();
    const forget = tellAddress(folder, "http://127.0.0.1:4431");
    expect(addressOf(folder)).toBe("http://127.0.0.1:4431");
    expect(() => lockFolder(folder)).toThrow(/Another lake is running/);
    forget();
    expect(addressOf(folder)).toBeNull();
    unlock();
  });

  it("does not believe what a killed lake left, nor what a copy of the folder says", () => {
    const unlock = lockFolder(folder);
    tellAddress(folder, "http://127.0.0.1:4431");
    const copy = join(folder, "copy");
    cpSync(join(folder, "lake.address"), join(copy, "lake.address"));
    expect(addressOf(copy)).toBeNull();
    unlock();
    expect(addressOf(folder)).toBeNull();
  });
});
