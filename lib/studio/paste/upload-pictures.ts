import type { SanityClient } from "@sanity/client";

import type { Assets } from "@/lib/rich-text/with-assets";

import type { PastedPicture } from "./read-paste";

/** The site fetches what lies elsewhere: a browser may not, and no visitor's page may ask another host. */
const fetcher = "/api/pictures";

export type Uploaded = { assets: Assets; missing: readonly string[] };

/** Put the pictures of a pasted text into the dataset; those that cannot be had are named. */
export async function uploadPictures(
  pictures: readonly PastedPicture[],
  client: SanityClient,
): Promise<Uploaded> {
  const assets = new Map<string, string>();
  const missing: string[] = [];
  await Promise.all(
    pictures.map(async (picture) => {
      const asset = await upload(picture, client).catch(() => null);
      if (asset === null) missing.push(picture.src);
      else assets.set(picture.src, asset);
    }),
  );
  return { assets, missing };
}

async function upload({ src, bytes }: PastedPicture, client: SanityClient) {
  const picture = bytes ?? (await load(src));
  if (picture === null || !picture.type.startsWith("image/")) return null;
  const { _id } = await client.assets.upload("image", picture, { filename: nameOf(src) });
  return _id;
}

async function load(src: string): Promise<Blob | null> {
  if (!URL.canParse(src)) return null;
  const { protocol, origin } = new URL(src);
  if (protocol === "data:") return dataBlob(src);
  if (protocol === "blob:" || origin === window.location.origin)
    return blobOf(await fetch(src, { credentials: "omit" }));
  if (protocol !== "http:" && protocol !== "https:") return null;
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ url: src });
  return blobOf(await fetch(fetcher, { method: "POST", headers, body }));
}

const blobOf = (response: Response): Promise<Blob | null> =>
  response.ok ? response.blob() : Promise.resolve(null);

/** By hand, because the Content-Security-Policy lets nobody fetch a `data:` address. */
function dataBlob(src: string): Blob | null {
  const [, type = "", isBase64, data = ""] =
    /^data:([^;,]*)[^,]*?(;base64)?,([\s\S]*)$/i.exec(src) ?? [];
  if (data === "") return null;
  const text = isBase64 ? atob(data.replaceAll(/\s/g, "")) : decodeURIComponent(data);
  const bytes = isBase64
    ? Uint8Array.from(text, (character) => character.charCodeAt(0))
    : new TextEncoder().encode(text);
  return new Blob([bytes], { type: type.toLowerCase() });
}

function nameOf(src: string): string {
  if (!/^(?:https?|file):/i.test(src)) return "picture";
  const last =
    src
      .replace(/[?#].*$/s, "")
      .split(/[/\\]/)
      .at(-1) ?? "";
  return last.slice(-80) || "picture";
}
