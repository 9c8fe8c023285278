import { readFile, realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";

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
  const reals = await Promise.all(candidates(src, places).map(realFile));
  const real = reals.find((path) => path !== null) ?? null;
  // A page may name any path, and a link in the folder may lead out of it.
  if (real !== null && !real.startsWith(root + sep))
    throw new PictureError("lies outside the folder");
  return real;
}

async function realFile(path: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null);
  return real !== null && (await stat(real)).isFile() ? real : null;
}

function candidates(
  src: string,
  { root, folder, base, hosts }: Omit<PicturePlaces, "isRemoteAllowed">,
): string[] {
  const found: string[] = [];
  const isAbsolute = /^[a-z][a-z\d+.-]*:|^\/\//i.test(src);
  const path = clean(src);
  if (!isAbsolute && path !== null && !path.startsWith("/")) found.push(resolve(folder, path));
  if (!URL.canParse(src, base)) return found;
  const url = new URL(src, base);
  const pathname = clean(url.pathname);
  if (pathname === null || !hosts.has(url.hostname)) return found;
  const whole = join(root, pathname);
  // WordPress names a smaller copy `yard-300x200.png`; the folder may hold the first one alone.
  return [...found, whole, whole.replace(/-\d+x\d+(?=\.\w+$)/, "")];
}

function clean(path: string): string | null {
  try {
    const plain = decodeURIComponent(path.replace(/[?#].*$/s, ""));
    return plain.includes("\0") ? null : plain;
  } catch {
    return null;
  }
}
