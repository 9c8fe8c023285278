/** A post's HTML without WordPress's own codes, and the names of those that could not be understood. */
export type Plain = { html: string; unknown: string[] };

const shortcode = /\[(\/?)([a-z][a-z0-9_-]{2,40})((?:\s+[^\]]*)?)\/?\]/gi;
const escape: Record<string, string> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };
const attribute = (text: string): string =>
  text.replace(/[&<"]/g, (character) => escape[character] ?? character);

/**
 * Write a post's `[caption]`, `[gallery]` and `[embed]` as HTML and take the other codes away.
 *
 * Posts of the old editor have no paragraphs: an empty line ends one, a line break is one.
 */
export function expandShortcodes(
  content: string,
  attachments: ReadonlyMap<string, Attached>,
): Plain {
  const unknown = new Set<string>();
  const html = content
    .replace(/\[caption[^\]]*\]([\s\S]*?)\[\/caption\]/gi, (_, inner: string) => captioned(inner))
    .replace(/\[gallery([^\]]*)\]/gi, (_, given: string) => gallery(given, attachments))
    .replace(/\[embed[^\]]*\]\s*(\S+?)\s*\[\/embed\]/gi, (_, url: string) => {
      const safe = attribute(url);
      return `<p><a href="${safe}">${safe}</a></p>`;
    })
    .replace(shortcode, (_, _end, name: string) => {
      unknown.add(name.toLowerCase());
      return "";
    });
  const hasBlocks = /<!-- wp:|<p[\s>]/i.test(content);
  return { html: hasBlocks ? html : paragraphs(html), unknown: [...unknown] };
}

export type Attached = { url: string; caption: string; alt: string };

function captioned(inner: string): string {
  const image = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0];
  if (image === undefined) return inner;
  const caption = inner.replace(image, "").trim();
  return `\n\n<figure>${image}<figcaption>${caption}</figcaption></figure>\n\n`;
}

function gallery(given: string, attachments: ReadonlyMap<string, Attached>): string {
  const ids = /ids\s*=\s*["']?([\d,\s]+)/i.exec(given)?.[1]?.split(/[\s,]+/) ?? [];
  const figures = ids.flatMap((id) => {
    const image = attachments.get(id);
    if (image === undefined) return [];
    const { url, alt, caption } = image;
    return `<figure><img src="${attribute(url)}" alt="${attribute(alt)}"><figcaption>${attribute(caption)}</figcaption></figure>`;
  });
  return `\n\n<div class="gallery">${figures.join("")}</div>\n\n`;
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
