import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

import { tryDecode } from "./charset.ts";
import { type Bytes, checkPicture, dataPicture, PictureError } from "./picture-bytes.ts";
import { downloadPicture } from "./remote-picture.ts";

/** Where an article's pictures may be looked for. */
export type PicturePlaces = {
  /** No picture is read outside this folder. */
  root: string;
  folder: string;
  base: string;
  /** Hosts whose files lie in `root`. */
  hosts: ReadonlySet<string>;
  isRemoteAllowed: boolean;
};

/**
 * Find a picture: in its own address, in the folder, then on the web.
 *
 * @throws {PictureError} saying why not.
 */
export async function findPicture(src: string, places: PicturePlaces): Promise<Bytes> {
  if (/^data:/i.test(src)) return dataPicture(src);
  const file = await localFile(src, places);
  if (file !== null) return checkPicture(new Uint8Array(await readFile(file)), file);
  if (!URL.canParse(src, places.base)) throw new PictureError("has an address that cannot be read");
  const url = new URL(src, places.base);
  if (url.hostname.endsWith(".invalid")) throw new PictureError("is not in the folder");
  if (!/^https?:$/.test(url.protocol)) throw new PictureError("is not on the web");
  if (!places.isRemoteAllowed) throw new PictureError("is on the web, which was not asked");
  return downloadPicture(url);
}

async function localFile(src: string, places: PicturePlaces): Promise<string | null> {
  const root = await realpath(places.root);
  const paths = candidates(src, { ...places, root });
  const real = (await firstFile(paths)) ?? (await firstFile(await alike(paths, root)));
  // A page may name any path, and a link in the folder may lead out of it.
  if (real !== null && !real.startsWith(root + sep))
    throw new PictureError("lies outside the folder");
  return real;
}

async function firstFile(paths: readonly string[]): Promise<string | null> {
  const reals = await Promise.all(paths.map(realFile));
  return reals.find((path) => path !== null) ?? null;
}

/** Files of the same names but for capitals: most old sites come from servers to which they were one. */
async function alike(paths: readonly string[], root: string): Promise<string[]> {
  const inside = paths.map((path) => relative(root, path));
  const steps = inside.filter((path) => !path.startsWith("..") && !isAbsolute(path));
  return (await Promise.all(steps.map((path) => pathsLike(root, path.split(sep))))).flat();
}

async function pathsLike(folder: string, [step, ...rest]: readonly string[]): Promise<string[]> {
  if (step === undefined) return [folder];
  const names = await readdir(folder).catch(() => []);
  const fitting = names.filter((name) => lettersOf(name) === lettersOf(step));
  return (await Promise.all(fitting.map((name) => pathsLike(join(folder, name), rest)))).flat();
}

const lettersOf = (name: string): string => name.normalize("NFC").toLowerCase();

async function realFile(path: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null);
  return real !== null && (await stat(real)).isFile() ? real : null;
}

function candidates(
  src: string,
  { root, folder, base, hosts }: Omit<PicturePlaces, "isRemoteAllowed">,
): string[] {
  const found: string[] = [];
  if (!/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(src))
    found.push(...namesIn(src).map((path) => resolve(folder, path)));
  if (!URL.canParse(src, base)) return found;
  const url = new URL(src, base);
  if (!hosts.has(url.hostname)) return found;
  const wholes = namesIn(url.pathname).map((path) => join(root, path));
  // WordPress names a smaller copy `yard-300x200.png`; the folder may hold the first one alone.
  return [...found, ...wholes.flatMap((path) => [path, path.replace(/-\d+x\d+(?=\.\w+$)/, "")])];
}

/** What a path in an address may be called on the disk. */
function namesIn(path: string): string[] {
  const plain = path.replace(/[?#].*$/s, "");
  return decoded(plain).filter((name) => !name.includes("\0"));
}

function decoded(path: string): string[] {
  try {
    return [decodeURIComponent(path)];
  } catch {
    // Old pages write a name's bytes as their own encoding has them.
    const letters = path.replace(/%([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    const bytes = Buffer.from(letters, "latin1");
    return ["gb18030", "big5"].flatMap((charset) => tryDecode(bytes, charset) ?? []);
  }
}
