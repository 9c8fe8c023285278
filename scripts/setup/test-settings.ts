import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { freePort } from "../../lib/server/free-port.ts";
import { parseSettings } from "../../lib/server/settings.ts";
import type { Settings } from "../../lib/server/settings.ts";
import { stampOf } from "./stamp.ts";

const placeSchema = z.object({ port: z.int(), madeFrom: z.string() });

/** Where the tests keep their build and the filled lake that every one of their sites starts from. */
export const testDistDir = ".next-test";
export const testDataDir = ".artifacts/test-lake";

/**
 * Settings of the build that the tests run against.
 *
 * Its address is part of its pages, so the port is chosen once and kept. The lake is filled anew when its code or
 * the demo changed, and every day, because the demo's dates count from today.
 */
export async function prepareTestSettings(root: string): Promise<Settings> {
  const today = new Date().toISOString().slice(0, 10);
  const madeFrom = `${today} ${stampOf(root, ["lib/lake", "demo"])}`;
  const place = readPlace(root);
  const port = place?.port ?? (await freePort());
  if (place?.madeFrom !== madeFrom) {
    rmSync(join(root, testDataDir), { recursive: true, force: true });
    mkdirSync(join(root, testDataDir), { recursive: true });
    writeFileSync(placeFile(root), JSON.stringify({ port, madeFrom }));
  }
  writeFileSync(join(root, ".artifacts/tsconfig.json"), JSON.stringify(tsconfig));
  process.env["NEXT_DIST_DIR"] = testDistDir;
  return parseSettings(
    { PORT: String(port), LAKE_PORT: String(await freePort()), DATA_DIR: testDataDir },
    root,
  );
}

export function readPlace(root: string): z.infer<typeof placeSchema> | null {
  const file = placeFile(root);
  if (!existsSync(file)) return null;
  return placeSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data ?? null;
}

const tsconfig = {
  extends: "../tsconfig.json",
  include: ["../app", "../components", "../lib", `../${testDistDir}/types/**/*.ts`],
};

function placeFile(root: string): string {
  return join(root, ".artifacts/test-place.json");
}
