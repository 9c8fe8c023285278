import type { Block, Link, Member, NewKey, Span, Style } from "./members.ts";

/** How the words that follow are to be set. */
export type Manner = {
  style: Style;
  list: { kind: "bullet" | "number"; level: number } | null;
  marks: ReadonlySet<string>;
  href: string | null;
  fontSize: number;
  isPre: boolean;
};

export const plain: Manner = {
  style: "normal",
  list: null,
  marks: new Set(),
  href: null,
  fontSize: 16,
  isPre: false,
};

type Piece = { text: string; marks: ReadonlySet<string>; href: string | null };

/** White space that a page only has for its own lines; the ideographic space is a typist's indent. */
const blanks = /[ \t\r\n\f]+/g;
const indent = /^ ?[\u3000\u00a0\u2002\u2003]{2,}/;
const edges = /^[\s\u3000\u00a0\u200b\ufeff]+|[\s\u3000\u00a0\u200b\ufeff]+$/g;
const invisible = /[\u200b\ufeff\u00ad]/g;

/** Collects members: words until a block ends, then the next block. */
export class BodyWriter {
  readonly members: Member[] = [];
  /** Short bold lines in large letters: headings, should the page have no better ones. */
  readonly headingLike = new WeakSet<Member>();
  readonly newKey: NewKey;
  #pieces: Piece[] = [];
  #manner: Manner = plain;
  #largest = 0;

  constructor(newKey: NewKey) {
    this.newKey = newKey;
  }

  write(raw: string, manner: Manner): void {
    const text = (manner.isPre ? raw : raw.replace(blanks, " ")).replace(invisible, "");
    if (text === "") return;
    // Old editors end a paragraph with one <br> and begin the next with two ideographic spaces.
    if (this.#endsWith("\n") && indent.test(text)) this.endBlock();
    if (this.#pieces.length === 0) this.#manner = manner;
    const joined = this.#pieces.length === 0 || this.#endsWith("\n", " ");
    const shown = joined && !manner.isPre ? text.replace(/^ /, "") : text;
    if (shown === "") return;
    if (shown.trim() !== "") this.#largest = Math.max(this.#largest, manner.fontSize);
    this.#pieces.push({ text: shown, marks: manner.marks, href: manner.href });
  }

  /** A line inside a block; two of them are the end of it. */
  breakLine(manner: Manner): void {
    if (this.#pieces.length === 0) return;
    if (this.#endsWith("\n") && manner.list === null) this.endBlock();
    else if (!this.#endsWith("\n")) this.#pieces.push({ text: "\n", marks: new Set(), href: null });
  }

  add(member: Member): void {
    this.endBlock();
    this.members.push(member);
  }

  endBlock(): void {
    const pieces = trimmed(this.#pieces);
    const [manner, largest] = [this.#manner, this.#largest];
    this.#pieces = [];
    this.#largest = 0;
    if (pieces.length === 0) return;
    const block = this.#blockOf(pieces, manner);
    if (looksLikeHeading(pieces, largest, block)) this.headingLike.add(block);
    this.members.push(block);
  }

  #endsWith(...ends: readonly string[]): boolean {
    const last = this.#pieces.at(-1)?.text ?? "";
    return ends.some((end) => last.endsWith(end));
  }

  #blockOf(pieces: readonly Piece[], { style, list }: Manner): Block {
    const isHeading = style.startsWith("h");
    const links = new Map<string, Link>();
    const children: (Span & { mark: string })[] = [];
    for (const { text, marks, href } of pieces) {
      const shown = [...marks].filter((mark) => !(isHeading && mark === "strong"));
      if (href !== null && !links.has(href))
        links.set(href, { _type: "link", _key: this.newKey(), href });
      const all = href === null ? shown : [...shown, links.get(href)?._key ?? ""];
      const mark = all.join(" ");
      const last = children.at(-1);
      if (last?.mark === mark) last.text += text;
      else children.push({ _type: "span", _key: this.newKey(), text, marks: all, mark });
    }
    return {
      _type: "block",
      _key: this.newKey(),
      style: list === null ? style : "normal",
      ...(list === null ? {} : { listItem: list.kind, level: Math.min(6, list.level) }),
      children: children.map(({ mark: _mark, ...span }) => span),
      markDefs: [...links.values()],
    };
  }
}

/** Without white space at both ends of the block. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const all = pieces.map(({ text }) => text).join("");
  const start = all.length - all.replace(/^[\s\u3000\u00a0\u200b\ufeff]+/, "").length;
  const end = start + all.replace(edges, "").length;
  let at = 0;
  return pieces.flatMap((piece) => {
    const from = Math.max(0, start - at);
    const to = Math.min(piece.text.length, end - at);
    at += piece.text.length;
    return to > from ? [{ ...piece, text: piece.text.slice(from, to) }] : [];
  });
}

const ordinal =
  /^(?:第?[一二三四五六七八九十]+[、．.章节節]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、．.]\s*\D)/;

function looksLikeHeading(pieces: readonly Piece[], largest: number, block: Block): boolean {
  if (block.style !== "normal" || block.listItem !== undefined) return false;
  const text = pieces.map((piece) => piece.text).join("");
  const isShort = text.length <= 40 && !text.includes("\n") && !/[。；，：！？!?;,:]$/.test(text);
  const isBold = pieces.every(
    ({ marks, text: words }) => marks.has("strong") || words.trim() === "",
  );
  return isShort && isBold && (largest >= 17 || ordinal.test(text));
}
