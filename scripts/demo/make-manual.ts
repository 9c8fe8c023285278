/**
 * Print the manual that an article attaches: `node scripts/demo/make-manual.ts`.
 *
 * Needs Chromium on the PATH and Droid Sans Fallback, whose subsets stay small in a PDF.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const profile = mkdtempSync(join(tmpdir(), "manual-"));
const target = join(import.meta.dirname, "../../demo/assets/houfan-hf-m-manual.pdf");

execFileSync("chromium", [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  `--user-data-dir=${profile}`,
  "--no-pdf-header-footer",
  `--print-to-pdf=${target}`,
  `file://${join(import.meta.dirname, "manual.html")}`,
]);
rmSync(profile, { recursive: true, force: true });
