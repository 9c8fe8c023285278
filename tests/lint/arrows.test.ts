import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";

const root = resolve(import.meta.dirname, "../..");
const planted = join(root, "tests/fixtures/planted");
const marker = /\/\/ planted: (\S+)/;

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.int() }) })).default([]),
    }),
  ),
});

/** Lint the planted files as if their folder were the project: the same rules, the same paths. */
function lintPlanted(): string[] {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(planted, folder, { recursive: true });
  copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  writeFileSync(join(folder, "package.json"), "{}");
  const { stdout } = spawnSync(join(root, "node_modules/.bin/oxlint"), ["--format", "json"], {
    cwd: folder,
    encoding: "utf8",
  });
  return reportSchema.parse(JSON.parse(stdout)).diagnostics.map(({ code, filename, labels }) => {
    const rule = /\(([^)]+)\)/.exec(code)?.[1] ?? code;
    return `${filename}:${rule === "filename-case" ? 1 : (labels[0]?.span.line ?? 0)} ${rule}`;
  });
}

function plantedViolations(): string[] {
  return globSync("**/*.{ts,tsx}", { cwd: planted }).flatMap((file) =>
    readFileSync(join(planted, file), "utf8")
      .split("\n")
      .flatMap((line, index) => {
        const rule = marker.exec(line)?.[1];
        return rule === undefined ? [] : [`${file}:${index + 1} ${rule}`];
      }),
  );
}

describe("the lint rules", () => {
  it("report every planted violation of an arrow or a house rule", () => {
    const reported = new Set(lintPlanted());
    const violations = plantedViolations();
    expect(violations.length).toBeGreaterThan(80);
    expect(violations.filter((violation) => !reported.has(violation))).toEqual([]);
  });
});

describe("client components", () => {
  it("live in the Studio and the draft preview alone, so that public pages need no React in the browser", () => {
    const files = globSync("{app,components,lib}/**/*.{ts,tsx}", { cwd: root });
    const client = files.filter((file) =>
      /^\s*["']use client["']/m.test(readFileSync(join(root, file), "utf8")),
    );
    expect(client.filter((file) => !/studio|preview|draft/.test(file))).toEqual([]);
  });
});
