const mostBytes = 20 * 1024 ** 2;

export type Bytes = { bytes: Uint8Array<ArrayBuffer>; filename: string; type: string };

/** Why a picture does not come along, for one line of the report. */
export class PictureError extends Error {}

const starts: readonly (readonly [string, string])[] = [
  ["jpg", "\u00ff\u00d8\u00ff"],
  ["png", "\u0089PNG\r\n\u001a\n"],
  ["gif", "GIF8"],
  ["webp", "RIFF"],
  ["avif", "\0\0\0"],
  ["tif", "II*\0"],
  ["tif", "MM\0*"],
];

const mediaTypes: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  tif: "image/tiff",
  svg: "image/svg+xml",
};

/** Text in a drawing that would be run if somebody opened the drawing itself. */
const running =
  /<script|<foreignObject|<iframe|<!ENTITY|\son\w+\s*=|(?:href|src)\s*=\s*["']?\s*(?:javascript|data:text)/i;

/**
 * Say that bytes are a picture the site can show.
 *
 * @throws {PictureError} when they are not, are too many, or are a drawing with a program inside.
 */
export function checkPicture(bytes: Uint8Array<ArrayBuffer>, name: string): Bytes {
  if (bytes.length === 0) throw new PictureError("is empty");
  if (bytes.length > mostBytes) throw new PictureError("is larger than 20 MB");
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const found = starts.find(([, start]) => head.startsWith(start))?.[0] ?? vector(bytes);
  if (found === null) throw new PictureError("is no picture of a known kind");
  const stem = (name.split(/[/?#]/).at(-1) ?? "").replace(/\.\w{1,5}$/, "").slice(0, 80);
  const type = mediaTypes[found] ?? `image/${found}`;
  return { bytes, filename: `${stem || "picture"}.${found}`, type };
}

function vector(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  if (!/<svg[\s>]/i.test(text.slice(0, 4096))) return null;
  if (running.test(text)) throw new PictureError("is a drawing with a script in it");
  return "svg";
}

/** Read a `data:` address. */
export function dataPicture(src: string): Bytes {
  const [, isBase64, data = ""] = /^data:[^,]*?(;base64)?,([\s\S]*)$/i.exec(src) ?? [];
  if (data.length > mostBytes * 1.4) throw new PictureError("is larger than 20 MB");
  const bytes = isBase64 ? Buffer.from(data, "base64") : Buffer.from(decodeURIComponent(data));
  return checkPicture(new Uint8Array(bytes), "picture");
}
