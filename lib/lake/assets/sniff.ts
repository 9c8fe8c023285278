type Rule = { extension: string; matches: (head: Buffer) => boolean };

const starts =
  (text: string, offset = 0) =>
  (head: Buffer) =>
    head.subarray(offset, offset + text.length).equals(Buffer.from(text, "latin1"));

const isIsoMedia =
  (...brands: string[]) =>
  (head: Buffer) =>
    starts("ftyp", 4)(head) && brands.some((brand) => starts(brand, 8)(head));

const both =
  (...tests: Rule["matches"][]) =>
  (head: Buffer) =>
    tests.every((test) => test(head));

/** First match wins. */
const rules: readonly Rule[] = [
  { extension: "jpg", matches: starts("\xff\xd8\xff") },
  { extension: "png", matches: starts("\x89PNG\r\n\x1a\n") },
  { extension: "gif", matches: (head) => starts("GIF87a")(head) || starts("GIF89a")(head) },
  { extension: "webp", matches: both(starts("RIFF"), starts("WEBP", 8)) },
  { extension: "avif", matches: isIsoMedia("avif", "avis") },
  { extension: "heic", matches: isIsoMedia("heic", "heix", "mif1", "msf1") },
  { extension: "tif", matches: (head) => starts("II*\0")(head) || starts("MM\0*")(head) },
  { extension: "pdf", matches: starts("%PDF-") },
  { extension: "mov", matches: isIsoMedia("qt  ") },
  { extension: "m4a", matches: isIsoMedia("M4A ") },
  { extension: "mp4", matches: starts("ftyp", 4) },
  { extension: "webm", matches: both(starts("\x1aE\xdf\xa3"), (head) => head.includes("webm")) },
  { extension: "mp3", matches: (head) => starts("ID3")(head) || starts("\xff\xfb")(head) },
  { extension: "ogg", matches: starts("OggS") },
  { extension: "wav", matches: both(starts("RIFF"), starts("WAVE", 8)) },
  { extension: "flac", matches: starts("fLaC") },
  { extension: "zip", matches: starts("PK\x03\x04") },
  { extension: "gz", matches: starts("\x1f\x8b") },
  { extension: "7z", matches: starts("7z\xbc\xaf\x27\x1c") },
  { extension: "rar", matches: starts("Rar!\x1a\x07") },
  { extension: "doc", matches: starts("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") },
  { extension: "svg", matches: isSvg },
  { extension: "html", matches: isHtml },
];

/** Extensions that share their first bytes with another format; the file's own name decides among them. */
const families: Record<string, readonly string[]> = {
  zip: ["zip", "docx", "xlsx", "pptx", "epub"],
  doc: ["doc", "xls", "ppt"],
  mp4: ["mp4", "m4v"],
  ogg: ["ogg", "ogv"],
};

/** What a file's first bytes are, as an extension; null when they tell nothing, as with plain text. */
export function sniff(head: Buffer): string | null {
  return rules.find(({ matches }) => matches(head))?.extension ?? null;
}

/**
 * The extension a file is stored under.
 *
 * The bytes decide; the given name only chooses within a family, or when the bytes tell nothing, and
 * then never a kind that a look at the bytes would have found.
 */
export function chooseExtension(head: Buffer, filename: string | undefined): string {
  const named = /\.([a-z0-9]{1,10})$/i.exec(filename ?? "")?.[1]?.toLowerCase();
  const found = sniff(head);
  if (found === null)
    return named && !rules.some(({ extension }) => extension === named) ? named : "bin";
  return named && families[found]?.includes(named) ? named : found;
}

function isSvg(head: Buffer): boolean {
  const text = stripProlog(head.toString("utf8"));
  return /^<svg[\s>]/i.test(text);
}

function isHtml(head: Buffer): boolean {
  return /^\s*<(?:!doctype html|html|head|body|script|iframe)\b/i.test(head.toString("utf8"));
}

/** Drop what may stand before the root element: byte order mark, declaration, comments, doctype. */
function stripProlog(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replaceAll(/<\?[^>]*\?>|<!--[\s\S]*?-->/g, "")
    .replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/i, "")
    .trimStart();
}
