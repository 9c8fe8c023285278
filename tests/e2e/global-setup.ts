import type { TestProject } from "vitest/node";

import { startSiteProcess } from "./site-process.ts";
import type { RunningSite } from "./site-process.ts";

declare module "vitest" {
  export interface ProvidedContext {
    site: RunningSite;
  }
}

let stopSite: (() => Promise<void>) | undefined;

/** One site for a whole project, started once, for every test that does not need one of its own. */
export async function setup(project: TestProject): Promise<void> {
  const { stop, ...site } = await startSiteProcess({ isAtHome: project.name === "e2e" });
  stopSite = stop;
  project.provide("site", site);
}

export async function teardown(): Promise<void> {
  await stopSite?.();
}
