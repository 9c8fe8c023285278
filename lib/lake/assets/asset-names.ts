/** The two kinds of assets, as they stand in upload and public addresses. */
export type AssetKind = "images" | "files";

export type AssetName = {
  kind: AssetKind;
  sha1: string;
  extension: string;
  size: { width: number; height: number } | null;
};

const imagePattern = /^([0-9a-f]{40})-(\d{1,6})x(\d{1,6})\.([a-z0-9]{1,10})$/;
const filePattern = /^([0-9a-f]{40})\.([a-z0-9]{1,10})$/;

/** The document id of an asset, made of its content as Sanity does: `image-<sha1>-<w>x<h>-<ext>`, `file-<sha1>-<ext>`. */
export function assetDocumentId({ kind, sha1, extension, size }: AssetName): string {
  if (kind === "files" || !size) return `file-${sha1}-${extension}`;
  return `image-${sha1}-${size.width}x${size.height}-${extension}`;
}

/** The file's name in public addresses. */
export function assetFileName({ sha1, extension, size }: AssetName): string {
  return size ? `${sha1}-${size.width}x${size.height}.${extension}` : `${sha1}.${extension}`;
}

/** Read a name of `assetFileName` back; null when it is not one. */
export function parseAssetFileName(kind: AssetKind, name: string): AssetName | null {
  if (kind === "files") {
    const [, sha1, extension] = filePattern.exec(name) ?? [];
    return sha1 && extension ? { kind, sha1, extension, size: null } : null;
  }
  const [, sha1, width, height, extension] = imagePattern.exec(name) ?? [];
  if (!sha1 || !extension) return null;
  return { kind, sha1, extension, size: { width: Number(width), height: Number(height) } };
}
