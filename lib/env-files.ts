import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";

/**
 * Add what `.env.local` and `.env` in a folder say to this process's environment; what is already set wins.
 *
 * Answers one sentence when a file is there and cannot be read, else null.
 */
export function loadEnvFiles(folder: string): string | null {
  for (const name of [".env.local", ".env"]) {
    const file = join(folder, name);
    try {
      if (existsSync(file)) loadEnvFile(file);
    } catch {
      return `${name} cannot be read: make it a file of lines like PORT=3000 that this user may read, or remove it`;
    }
  }
  return null;
}
