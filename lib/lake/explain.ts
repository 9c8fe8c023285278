import { z } from "zod";

import { StartupError } from "#lake/errors.ts";

/** What the system says of a file, in words. */
const systemReasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not use it",
  EBUSY: "it is in use",
  EDQUOT: "the disk is full",
  EEXIST: "it is there already",
  EFBIG: "it would become too large",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "it is not there",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is no folder",
  EPERM: "this user may not use it",
  EROFS: "the disk is read-only",
  "mkdir ENOENT": "the system keeps no folders there",
};

/** SQLite's own numbers; extended ones carry them in their lowest byte. */
const sqliteReasons: Readonly<Record<number, string>> = {
  3: "this user may not use it",
  5: "another program holds it: try again",
  6: "another program holds it: try again",
  8: "this user may only read it",
  10: "the disk cannot read or write it, or is full",
  11: "it is damaged: restore a backup",
  13: "the disk is full",
  14: "it cannot be opened",
  26: "it is damaged or no database: restore a backup",
};

const systemErrorSchema = z.object({
  code: z.string(),
  syscall: z.string(),
  path: z.string().optional(),
});
const sqliteErrorSchema = z.object({ code: z.literal("ERR_SQLITE_ERROR"), errcode: z.int() });

/**
 * Say in a sentence what the system or SQLite refused, in words of an operator.
 *
 * Null for what is neither: that is a fault of ours, and its stack tells where.
 */
export function explainFailure(error: unknown, dataDir: string): string | null {
  if (error instanceof StartupError) return error.message;
  if (sqliteErrorSchema.safeParse(error).success)
    return `The lake's file in ${dataDir} cannot be used: ${reasonOf(error)}`;
  const { data: refused } = systemErrorSchema.safeParse(error);
  if (!refused) return null;
  const { syscall, path } = refused;
  if (path === undefined) return `"${syscall}" failed: ${reasonOf(error)}`;
  return `${path} cannot be ${syscall === "mkdir" ? "made" : "used"}: ${reasonOf(error)}`;
}

/** Why something failed, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const { data: sqlite } = sqliteErrorSchema.safeParse(error);
  const { data: system } = systemErrorSchema.safeParse(error);
  const known = sqlite
    ? sqliteReasons[sqlite.errcode & 0xff]
    : system && systemReasons[`${system.syscall} ${system.code}`];
  const fallback = error instanceof Error ? error.message : String(error);
  return known ?? (system && systemReasons[system.code]) ?? fallback;
}

/** Whether the system refused something, which says nothing about what a file holds. */
export function isSystemError(error: unknown): boolean {
  return systemErrorSchema.safeParse(error).success;
}
