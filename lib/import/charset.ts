/** Bytes as text, and the encoding they were found to be in. */
export type Decoded = { text: string; charset: string };

const marks: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Read the bytes of an old page.
 *
 * What the bytes themselves prove goes before what the page says of itself, because a page that was moved
 * from one server to another often says wrong: a mark at the start, then valid UTF-8, then the page's own
 * word if it fits, then whichever of GB18030 and Big5 makes the more common Chinese.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { text: new TextDecoder(marked[0]).decode(bytes), charset: marked[0] };
  const unicode = tryDecode(bytes, "utf-8");
  if (unicode !== null) return { text: unicode, charset: "utf-8" };
  const named = namedIn(bytes);
  const fitting = named === null ? null : tryDecode(bytes, named);
  if (named !== null && fitting !== null) return { text: fitting, charset: named };
  const [best = { text: new TextDecoder("gb18030").decode(bytes), charset: "gb18030" }] = [
    "gb18030",
    "big5",
  ]
    .flatMap((charset) => {
      const text = tryDecode(bytes, charset);
      return text === null ? [] : [{ text, charset }];
    })
    .toSorted((a, b) => commonness(b.text) - commonness(a.text));
  return best;
}

/** Whether the bytes are text at all: a picture that was saved as a page has zeros in it. */
export const isText = (bytes: Uint8Array): boolean =>
  marks.some(([name, mark]) => name !== "utf-8" && mark.every((byte, at) => bytes[at] === byte)) ||
  !bytes.subarray(0, 4096).includes(0);

/** Bytes as text, `null` where they are none in this encoding. */
export function tryDecode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function namedIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const name = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return /^(?:gb2312|gbk|gb18030|x-gbk)$/.test(name) ? "gb18030" : name;
}

const common = new Set(
  "的一是在不了有人我他这這个個们們中来來上大为為和国國地到以说說時时要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實，。、：；「」“”",
);

function commonness(text: string): number {
  const han = [...text].filter((character) => character > "\u2e80");
  if (han.length === 0) return 0;
  return han.filter((character) => common.has(character)).length / han.length;
}
