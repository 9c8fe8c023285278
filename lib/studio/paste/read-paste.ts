import type { Member, NewKey } from "@/lib/rich-text/members";
import { readBody } from "@/lib/rich-text/read-body";
import { rtfPictures } from "@/lib/rich-text/rtf-pictures";
import { picturesOf } from "@/lib/rich-text/with-assets";

/** A picture of a pasted text: where it is, and its bytes where the clipboard has them. */
export type PastedPicture = { src: string; bytes: Blob | null };

export type Pasted = {
  members: readonly Member[];
  pictures: readonly PastedPicture[];
  /** Films, sounds and frames of other sites, which stay behind. */
  lost: readonly string[];
};

type Clipboard = Pick<DataTransfer, "getData" | "types" | "files">;

/** What a text editor of Sanity's puts beside its HTML: it reads that better than anybody. */
const own = /portable-text|sanity/;

/** Read what was copied in Word, WeChat or a browser; `null` for what Sanity pastes well by itself. */
export function readPaste(clipboard: Clipboard, newKey: NewKey): Pasted | null {
  const html = clipboard.getData("text/html");
  if (html === "" || clipboard.types.some((type) => own.test(type))) return null;
  if (isAddress(clipboard.getData("text/plain"))) return null;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const { members, lost } = readBody(body, { newKey, base: null });
  if (members.length === 0) return null;
  return { members, lost, pictures: withBytes(members, clipboard) };
}

/** An address pasted over words makes a link of them. */
const isAddress = (text: string): boolean => /^\s*(?:https?:|mailto:)\S+\s*$/i.test(text);

function withBytes(members: readonly Member[], clipboard: Clipboard): PastedPicture[] {
  const pictures = picturesOf(members);
  const onDisk = rtfPictures(clipboard.getData("text/rtf"));
  const file = Array.from(clipboard.files).find(({ type }) => type.startsWith("image/"));
  const isAlone = members.length === 1;
  let next = 0;
  return pictures.map(({ src }) => {
    if (/^file:/i.test(src)) {
      const found = onDisk[(next += 1) - 1] ?? null;
      if (found !== null) return { src, bytes: new Blob([found.bytes], { type: found.type }) };
    }
    return { src, bytes: isAlone && file !== undefined ? file : null };
  });
}
