export type RtfPicture = { type: "image/png" | "image/jpeg"; bytes: Uint8Array<ArrayBuffer> };

/** Word says each picture twice, the second time for programs of the last century. */
const picture = /(\\nonshppict\s*\{\s*)?\\pict(?![a-z])/g;

const kinds = { pngblip: "image/png", jpegblip: "image/jpeg" } as const;

/**
 * The pictures of a Word text, as its Rich Text Format carries them, in order.
 *
 * Word's HTML names pictures by files of the writer's own disk, which no browser may read; the same
 * pictures lie in the clipboard's other form. One in a format of Windows alone keeps its place as `null`.
 */
export function rtfPictures(rtf: string): (RtfPicture | null)[] {
  return Array.from(rtf.matchAll(picture), ({ 0: word, 1: second, index }) =>
    second === undefined ? [pictureIn(ownText(rtf, index + word.length))] : [],
  ).flat();
}

/** What stands in a group itself, without the groups inside it, from `at` to its closing brace. */
function ownText(rtf: string, at: number): string {
  const parts: string[] = [];
  let depth = 0;
  let from = at;
  for (let end = at; end < rtf.length && depth >= 0; end += 1) {
    const character = rtf[end];
    if (character !== "{" && character !== "}") continue;
    if (depth === 0) parts.push(rtf.slice(from, end));
    depth += character === "{" ? 1 : -1;
    from = end + 1;
  }
  return parts.join(" ");
}

function pictureIn(text: string): RtfPicture | null {
  const kind = /\\(pngblip|jpegblip)/.exec(text)?.[1];
  if (kind !== "pngblip" && kind !== "jpegblip") return null;
  const digits = text.replace(/\\[a-z]+-?\d* ?/g, "").replace(/[^\da-f]/gi, "");
  const bytes = new Uint8Array(digits.length >> 1);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  return bytes.length === 0 ? null : { type: kinds[kind], bytes };
}
