import { lookOf, type Look } from "./look.ts";
import type { Member, NewKey, Reading, Style } from "./members.ts";
import { emojiOf, pictureOf, picturesIn } from "./pictures.ts";
import { safeHref } from "./safe-href.ts";
import { isLayoutTable, readTable, words } from "./tables.ts";
import { isWordMarker, wordListPlace } from "./word-list.ts";
import { BodyWriter, type Manner, plain } from "./writer.ts";

type Options = {
  newKey: NewKey;
  /** The page's own address, for relative links; `null` where it is not known. */
  base: string | null;
};

/** Deeper than any person nests; what lies below becomes text without a form. */
const deepest = 300;

const silent = new Set(
  "script style noscript template head title meta link object embed applet canvas svg math form input button select option textarea map base xml".split(
    " ",
  ),
);
const media = new Set(["iframe", "video", "audio", "mpvoice", "mp-common-videosnap", "frame"]);
const blocks = new Set(
  "p div section article main header footer aside address center dl dt dd fieldset details summary body td th tr tbody thead tfoot table hgroup".split(
    " ",
  ),
);
const headings: Record<string, Style> = {
  h1: "h2",
  h2: "h2",
  h3: "h3",
  h4: "h4",
  h5: "h4",
  h6: "h4",
};
const markOf: Record<string, string> = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  u: "underline",
  ins: "underline",
  s: "strike-through",
  del: "strike-through",
  strike: "strike-through",
  code: "code",
  tt: "code",
  kbd: "code",
  sup: "sup",
  sub: "sub",
};

/**
 * Read HTML into the members of a body, whoever wrote it: Word, WeChat, WordPress or a site of old.
 *
 * Nothing of it but words, pictures' addresses and harmless links survives, so that no script can. The
 * document is only looked at; it may come from a browser's DOMParser or from jsdom.
 */
export function readBody(root: Element, { newKey, base }: Options): Reading {
  const reader = new Reader(newKey, base);
  reader.walk(root, plain, 0);
  reader.writer.endBlock();
  return { members: promoteHeadings(reader), lost: reader.lost };
}

/** Where a page has no heading of its own, its bold large lines are what a reader takes for them. */
function promoteHeadings({ writer }: Reader): Member[] {
  const hasHeadings = writer.members.some(
    (member) => member._type === "block" && member.style.startsWith("h"),
  );
  if (hasHeadings) return writer.members;
  return writer.members.map((member) => {
    if (member._type !== "block" || !writer.headingLike.has(member)) return member;
    const children = member.children.map((span) => ({
      ...span,
      marks: span.marks.filter((mark) => mark !== "strong"),
    }));
    return { ...member, style: "h2", children };
  });
}

class Reader {
  readonly writer: BodyWriter;
  readonly lost: string[] = [];
  readonly #base: string | null;
  readonly #captions = new WeakSet<Member>();

  constructor(newKey: NewKey, base: string | null) {
    this.writer = new BodyWriter(newKey);
    this.#base = base;
  }

  walk(node: Node, manner: Manner, depth: number): void {
    if (isText(node)) return this.writer.write(node.data, manner);
    if (!isElement(node)) return;
    if (depth > deepest) return this.writer.write(words(node), manner);
    const look = lookOf(node);
    if (look.isHidden === true || isWordMarker(node)) return;
    this.#element(node, { ...manner, ...marked(node, manner, look) }, depth);
  }

  #children(element: Element, manner: Manner, depth: number): void {
    for (const child of element.childNodes) this.walk(child, manner, depth + 1);
  }

  #element(element: Element, manner: Manner, depth: number): void {
    const tag = element.tagName.toLowerCase();
    if (silent.has(tag)) return;
    if (media.has(tag)) return this.#lose(element);
    const special = this.#special[tag];
    if (special) return special(element, manner, depth);
    const style = headings[tag] ?? wordStyle(element);
    if (style !== null) return this.#block(element, { ...manner, style }, depth);
    if (isGallery(element)) return this.#gallery(element);
    if (blocks.has(tag)) return this.#block(element, manner, depth);
    this.#children(element, manner, depth);
  }

  readonly #special: Record<string, (element: Element, manner: Manner, depth: number) => void> = {
    br: (_element, manner) => this.writer.breakLine(manner),
    hr: () => this.writer.add({ _type: "divider", _key: this.writer.newKey() }),
    img: (element, manner) => this.#image(element, manner),
    a: (element, manner, depth) => {
      const href = safeHref(element.getAttribute("href") ?? "", this.#base);
      const marks = new Set([...manner.marks].filter((mark) => mark !== "underline"));
      this.#children(element, href === null ? manner : { ...manner, href, marks }, depth);
    },
    blockquote: (element, manner, depth) =>
      this.#block(element, { ...manner, style: "blockquote" }, depth),
    pre: (element, manner, depth) => this.#block(element, { ...manner, isPre: true }, depth),
    ul: (element, manner, depth) => this.#list(element, "bullet", manner, depth),
    ol: (element, manner, depth) => this.#list(element, "number", manner, depth),
    li: (element, manner, depth) => {
      this.writer.endBlock();
      const list = manner.list ?? ({ kind: "bullet", level: 1 } as const);
      this.#children(element, { ...manner, list }, depth);
      this.writer.endBlock();
    },
    figure: (element, manner, depth) => this.#figure(element, manner, depth),
    figcaption: () => {},
    table: (element, manner, depth) => this.#table(element, manner, depth),
  };

  #block(element: Element, manner: Manner, depth: number): void {
    const place = wordListPlace(element);
    const isItemPart = place === null && manner.list !== null;
    const end = () => (isItemPart ? this.writer.breakLine(manner) : this.writer.endBlock());
    end();
    this.#children(element, place === null ? manner : { ...manner, list: place }, depth);
    const before = this.writer.members.length;
    end();
    if (hasClass(element, "MsoCaption")) this.#caption(before);
  }

  /** Word's captions belong to what stands before them, or to the table that comes after. */
  #caption(at: number): void {
    const block = this.writer.members[at];
    if (block?._type !== "block") return;
    const text = block.children.map((span) => span.text).join("");
    const before = this.writer.members[at - 1];
    if (before?._type !== "picture" || before.picture.caption !== "")
      return void this.#captions.add(block);
    before.picture.caption = text;
    this.writer.members.splice(at, 1);
  }

  #list(element: Element, kind: "bullet" | "number", manner: Manner, depth: number): void {
    this.writer.endBlock();
    const level = (manner.list?.level ?? 0) + 1;
    this.#children(element, { ...manner, list: { kind, level } }, depth);
    this.writer.endBlock();
  }

  #image(element: Element, manner: Manner): void {
    const emoji = emojiOf(element);
    if (emoji !== null) return this.writer.write(emoji, manner);
    const picture = pictureOf(element);
    if (picture === null) return;
    this.writer.add({ _type: "picture", _key: this.writer.newKey(), picture });
  }

  #figure(element: Element, manner: Manner, depth: number): void {
    if (isGallery(element)) return this.#gallery(element);
    this.writer.endBlock();
    const before = this.writer.members.length;
    this.#children(element, manner, depth);
    this.writer.endBlock();
    const caption = words(element.querySelector("figcaption"));
    const made = this.writer.members.slice(before);
    const [first] = made;
    if (caption === "") return;
    if (made.length === 1 && first?._type === "picture") first.picture.caption = caption;
    else if (made.length === 1 && first?._type === "table") first.caption ??= caption;
    else this.writer.write(caption, manner);
    this.writer.endBlock();
  }

  #gallery(element: Element): void {
    const pictures = picturesIn(element);
    const _key = this.writer.newKey();
    const [only] = pictures;
    if (pictures.length > 1) this.writer.add({ _type: "pictures", _key, pictures });
    else if (only) this.writer.add({ _type: "picture", _key, picture: only });
  }

  #table(element: Element, manner: Manner, depth: number): void {
    if (isLayoutTable(element)) return this.#block(element, manner, depth);
    this.writer.endBlock();
    const table = readTable(element, this.writer.newKey);
    if (table === null) return;
    const above = this.writer.members.at(-1);
    if (above?._type === "block" && this.#captions.has(above)) {
      this.writer.members.pop();
      table.caption ??= above.children.map((span) => span.text).join("");
    }
    this.writer.add(table);
    for (const image of element.querySelectorAll("img")) this.#image(image, manner);
  }

  #lose(element: Element): void {
    const source =
      element.getAttribute("data-src") ??
      element.getAttribute("src") ??
      element.querySelector("source")?.getAttribute("src") ??
      "";
    this.lost.push(`${element.tagName.toLowerCase()} ${source}`.trim());
  }
}

/** What the element's name and style add to the words inside it. */
function marked(element: Element, manner: Manner, look: Look): Pick<Manner, "marks" | "fontSize"> {
  const marks = new Set(manner.marks);
  const own = markOf[element.tagName.toLowerCase()];
  if (own !== undefined) marks.add(own);
  const toggles = [
    ["strong", look.strong],
    ["em", look.em],
    ["underline", look.underline],
    ["strike-through", look.strike],
  ] as const;
  for (const [mark, isOn] of toggles) {
    if (isOn === true) marks.add(mark);
    if (isOn === false) marks.delete(mark);
  }
  if (look.script !== undefined) marks.add(look.script);
  return { marks, fontSize: look.fontSize ?? manner.fontSize };
}

function wordStyle(element: Element): Style | null {
  if (hasClass(element, "MsoTitle")) return "h2";
  return hasClass(element, "MsoQuote") || hasClass(element, "MsoIntenseQuote")
    ? "blockquote"
    : null;
}

function isGallery(element: Element): boolean {
  return hasClass(element, "wp-block-gallery") || hasClass(element, "gallery");
}

const hasClass = (element: Element, name: string): boolean =>
  (element.getAttribute("class") ?? "").split(/\s+/).includes(name);

const isText = (node: Node): node is Text => node.nodeType === 3;
const isElement = (node: Node): node is Element => node.nodeType === 1;
