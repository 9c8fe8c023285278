import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { isDevelopment } from "@/lib/env";

let listed: ReadonlySet<string> | undefined;

/**
 * Whether an address is that of a file in `public/`, such as a vendor's proof of ownership.
 *
 * Next reads the folder once, at its start, and so does this; a developer's server looks each time.
 */
export function isPublicFile(pathname: string): boolean {
  if (listed === undefined || isDevelopment) listed = listFiles(join(process.cwd(), "public"));
  return listed.has(pathname);
}

/** The addresses of all files in a folder and below, as a browser asks for them; none when there is no folder. */
export function listFiles(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  return new Set(
    files.map(({ parentPath, name }) =>
      encodeURI(join(parentPath, name).slice(folder.length).replaceAll("\\", "/")),
    ),
  );
}
