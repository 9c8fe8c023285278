import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, it, onTestFinished } from "vitest";

import { listFiles } from "@/lib/content/public-files";

it("lists the files of a folder by the addresses they are asked for with", () => {
  const folder = mkdtempSync(join(tmpdir(), "public-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, ".well-known"));
  for (const name of ["MP_verify_x.txt", ".well-known/security.txt", "手册.pdf"])
    writeFileSync(join(folder, name), "");
  expect(listFiles(folder)).toEqual(
    new Set(["/MP_verify_x.txt", "/.well-known/security.txt", "/%E6%89%8B%E5%86%8C.pdf"]),
  );
});

it("lists none where there is no folder", () => {
  expect(listFiles(join(tmpdir(), "no-such-folder"))).toEqual(new Set());
});
