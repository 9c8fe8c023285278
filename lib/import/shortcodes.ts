/** A post's HTML without WordPress's own codes, and what of them could not be brought along. */
export type Plain = { html: string; lost: string[] };

/** A file that was added to the library; `parent` is the post it was added to. */
export type Attached = {
  id: string;
  url: string;
  caption: string;
  alt: string;
  parent: string;
  order: number;
};

type Around = { attachments: ReadonlyMap<string, Attached>; postId: string };

const shortcode = /\[(\/?)([a-z][\w-]*)((?:\s[^[\]]*)?)\/?\]/gi;
const setting = /\s[\w-]+\s*=\s*["'“”‘’\w&]/;

/** Codes that are written without a setting and without an end: WordPress's own and the most common ones. */
const known = new Set(
  "audio video playlist embed caption gallery contact-form contact-form-7 contact-form-8 toc layerslider gravityform gravityforms wpforms tablepress products cart checkout recaptcha sitemap searchform".split(
    " ",
  ),
);

const escape: Record<string, string> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };
const attribute = (text: string): string =>
  text.replace(/[&<"]/g, (character) => escape[character] ?? character);

/**
 * Write a post's `[caption]`, `[gallery]` and `[embed]` as HTML and take the other codes away.
 *
 * Words in brackets, `[API 685]`, are no code and stay: WordPress shows them too. Posts of the old editor
 * have no paragraphs: an empty line ends one, a line break is one.
 */
export function expandShortcodes(content: string, around: Around): Plain {
  const lost = new Set<string>();
  const isCode = codesIn(content);
  const html = content
    .replace(/\[(caption|wp_caption)\b[^\]]*\]([\s\S]*?)\[\/\1\]/gi, (_, _name, inner: string) =>
      captioned(inner),
    )
    .replace(/\[gallery((?:\s[^\]]*)?)\/?\]/gi, (_, given: string) => {
      const { figures, missing } = gallery(given, around);
      if (missing > 0) lost.add(`${missing} pictures of a gallery, which the export does not hold`);
      if (figures === "" && missing === 0) lost.add("a gallery without pictures");
      return `\n\n<div class="gallery">${figures}</div>\n\n`;
    })
    .replace(/\[embed[^\]]*\]\s*(\S+?)\s*\[\/embed\]/gi, (_, url: string) => {
      const safe = attribute(url);
      return `<p><a href="${safe}">${safe}</a></p>`;
    })
    .replace(shortcode, (whole, _end, name: string, given: string) => {
      if (!isCode(name, given)) return whole;
      lost.add(`the code [${name.toLowerCase()}]`);
      return "";
    });
  const hasBlocks = /<!-- wp:|<p[\s>]/i.test(content);
  return { html: hasBlocks ? html : paragraphs(html), lost: [...lost] };
}

/** Tell codes from words in brackets: by their name, a setting, or an end that they have in this text. */
function codesIn(content: string): (name: string, given: string) => boolean {
  const all = [...content.matchAll(shortcode)].map(([, end, name = ""]) => ({
    isEnd: end === "/",
    name: name.toLowerCase(),
  }));
  const opened = new Set(all.filter(({ isEnd }) => !isEnd).map(({ name }) => name));
  const closed = new Set(all.filter(({ isEnd }) => isEnd).map(({ name }) => name));
  const isNamedSo = (name: string) =>
    known.has(name) || name.includes("_") || (opened.has(name) && closed.has(name));
  return (name, given) => isNamedSo(name.toLowerCase()) || setting.test(given);
}

function captioned(inner: string): string {
  const image = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0];
  if (image === undefined) return inner;
  const caption = inner.replace(image, "").trim();
  return `\n\n<figure>${image}<figcaption>${caption}</figcaption></figure>\n\n`;
}

/** The pictures it names, else those that were added to the post. */
function gallery(given: string, { attachments, postId }: Around) {
  const named = numbersIn(given, "ids|include");
  const [parent = postId] = numbersIn(given, "id");
  const pictures =
    named.length > 0
      ? named.flatMap((id) => attachments.get(id) ?? [])
      : addedTo(parent, attachments, numbersIn(given, "exclude"));
  const figures = pictures.map(
    ({ url, alt, caption }) =>
      `<figure><img src="${attribute(url)}" alt="${attribute(alt)}"><figcaption>${attribute(caption)}</figcaption></figure>`,
  );
  const missing = named.length > 0 ? named.length - pictures.length : 0;
  return { figures: figures.join(""), missing };
}

function numbersIn(given: string, names: string): string[] {
  const [, list = ""] =
    new RegExp(`\\s(?:${names})\\s*=\\s*["'“”]?([\\d,\\s]+)`, "i").exec(given) ?? [];
  return list.split(/[\s,]+/).filter((number) => number !== "");
}

const picture = /\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|svg)$/i;

function addedTo(
  parent: string,
  attachments: ReadonlyMap<string, Attached>,
  excluded: readonly string[],
): Attached[] {
  return [...attachments.values()]
    .filter((one) => one.parent === parent && picture.test(one.url) && !excluded.includes(one.id))
    .toSorted((a, b) => a.order - b.order);
}

const block = /^<(?:figure|div|ul|ol|table|h[1-6]|blockquote|pre|hr)\b/i;

function paragraphs(html: string): string {
  return html
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (block.test(part) ? part : `<p>${part.replace(/\r?\n/g, "<br>")}</p>`))
    .join("\n");
}
