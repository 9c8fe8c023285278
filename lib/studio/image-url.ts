type Place = { projectId: string; dataset: string; url: string };

/**
 * Address a small square of an asset, e.g. `image-<hash>-<width>x<height>-<format>`.
 *
 * The embedded lake serves pictures under its own address; the hosted service under its CDN's.
 */
export function imageUrl(reference: string, { projectId, dataset, url }: Place): string | null {
  const name = /^image-([^-]+-\d+x\d+)-([a-z\d]+)$/.exec(reference);
  if (name === null) return null;
  const base = url.replace(/\/v[^/]*$/, "");
  const host = base.endsWith("/api/lake") ? base : "https://cdn.sanity.io";
  return `${host}/images/${projectId}/${dataset}/${name[1]}.${name[2]}?w=96&h=96&fit=crop`;
}
