import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { ExpectedFailure } from "../../lib/server/failure.ts";

/** Have the build that the tests use; what is said about it goes to standard error. */
export function prepareTestBuild(root: string): void {
  const { status } = spawnSync(process.execPath, [join(root, "scripts/setup.mjs"), "--test"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new ExpectedFailure("The site could not be built; why is above.");
}
