import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, extname, join, relative, resolve, sep } from "node:path";

import { decode, isText } from "./charset.ts";
import { type Outcome, SourceError, unknownSite } from "./draft.ts";

const pages = new Set([".html", ".htm", ".shtml", ".xhtml", ".txt"]);
const mostBytes = { page: 10 * 1024 ** 2, export: 256 * 1024 ** 2 };

/** A file to read and the folder that stands for the old site's root. */
export type SourceFile = { path: string; root: string; isInFolder: boolean };

/**
 * The pages to read: files as they are named, folders with all that lies in them, in the order of names.
 *
 * @throws {SourceError} when one is not there.
 */
export async function listSources(paths: readonly string[]): Promise<SourceFile[]> {
  return (await Promise.all(paths.map(sourcesAt))).flat();
}

async function sourcesAt(given: string): Promise<SourceFile[]> {
  const path = resolve(given);
  const kind = await stat(path).catch(() => null);
  if (kind === null) throw new SourceError(`There is no ${given}`);
  return kind.isDirectory() ? filesIn(path) : [{ path, root: dirname(path), isInFolder: false }];
}

async function filesIn(root: string): Promise<SourceFile[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && pages.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({ path, root, isInFolder: true }));
}

/** The old address of the folder, if known, and the folder that its pictures lie in. */
export type Place = { site: string | null; root: string };

/** Read one old page; a fault of the file is its outcome. */
export async function readSource(file: SourceFile, { site, root }: Place): Promise<Outcome> {
  const source = relative(file.root, file.path).split(sep).join("/");
  try {
    const text = await readText(file.path, mostBytes.page);
    const address = new URL(encodeURI(source), `${site ?? unknownSite}/`).href;
    const page = {
      source,
      text,
      root,
      folder: dirname(await realpath(file.path)),
      address,
      isAddressKnown: file.isInFolder || site !== null,
    };
    // What reads a page loads a whole DOM: not before there is a page, so that a wrong word on the command line is told at once.
    return extname(file.path).toLowerCase() === ".txt"
      ? (await import("./read-dump.ts")).readDump(page)
      : (await import("./read-page.ts")).readPage(page);
  } catch (error) {
    return { is: "failed", source, reason: reasonOf(error) };
  }
}

/** Read an export. @throws {SourceError} when it is none. */
export async function readExport(path: string, folder: string): Promise<Outcome[]> {
  const text = await readText(path, mostBytes.export);
  return (await import("./read-wxr.ts")).readWxr(text, folder);
}

async function readText(path: string, most: number): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new SourceError(`There is no ${path}`);
  if (found.size > most) throw new SourceError(`it is larger than ${most / 1024 ** 2} MB`);
  const bytes = await readFile(path);
  if (bytes.length === 0) throw new SourceError("it is empty");
  if (!isText(bytes)) throw new SourceError("it is no text");
  return decode(bytes).text;
}

/** What a person can do something with; a page that no parser can read says so and no more. */
function reasonOf(error: unknown): string {
  if (error instanceof SourceError) return error.message;
  if (error instanceof RangeError) return "it is nested too deep";
  return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
