import type { Picture } from "./members.ts";
import { words } from "./tables.ts";

/** Where pages that load pictures late keep the address; `src` is a grey dot then. */
const lateSources = ["data-src", "data-original", "data-lazy-src", "data-actualsrc", "_src"];

/** What an `img` shows; `null` for a dot that counts visitors, or nothing. */
export function pictureOf(image: Element, caption = ""): Picture | null {
  if (isDot(image)) return null;
  const late = lateSources.map((name) => image.getAttribute(name)?.trim() ?? "");
  const src = late.find((value) => value !== "") ?? image.getAttribute("src")?.trim() ?? "";
  if (src === "" || /^(?:javascript|vbscript):/i.test(src)) return null;
  return { src, alt: altOf(image), caption };
}

/** Names that cameras and editors give are no description. */
function altOf(image: Element): string {
  const alt = image.getAttribute("alt")?.trim() ?? "";
  const isName = /^(?:图片|圖片|image|img|picture|photo)?[\s_-]*\d*(?:\.\w{3,4})?$/i.test(alt);
  return isName || /\.(?:jpe?g|png|gif|webp|bmp)$/i.test(alt) ? "" : alt.slice(0, 300);
}

function isDot(image: Element): boolean {
  const size = (name: string) => Number.parseInt(image.getAttribute(name) ?? "", 10);
  return size("width") <= 3 || size("height") <= 3;
}

/** A smile drawn as a picture is a character of the text. */
export function emojiOf(image: Element): string | null {
  const isEmoji = /(?:^|\s)(?:wp-smiley|emoji|wx_emoji|icon_emotion)/.test(
    image.getAttribute("class") ?? "",
  );
  return isEmoji ? (image.getAttribute("alt") ?? "") : null;
}

/** The pictures of a figure or gallery, each with the caption nearest to it. */
export function picturesIn(element: Element): Picture[] {
  return [...element.querySelectorAll("img")].flatMap((image) => {
    const own = image.closest("figure, .gallery-item, li");
    const caption = own?.querySelector("figcaption, .wp-caption-text, .gallery-caption");
    return pictureOf(image, words(caption ?? null)) ?? [];
  });
}
