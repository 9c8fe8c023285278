/** What says its own script is meant to: the switch, captions' labels, a quotation marked with `lang`. */
const inItsOwnScript =
  /<(\w+)[^>]*\slang="zh-Han[st](?:-[A-Z]{2})?"[^>]*>[\s\S]*?<\/\1>|<track[^>]*>/g;
const spoken = /\s(?:alt|title|aria-label|placeholder|content|value)="([^"]*)"/g;

/** Everything of a page that a reader, a screen reader or a search engine reads. */
export function readable(html: string): string {
  const own = html.replace(/<html[^>]*>/, "").replaceAll(inItsOwnScript, "");
  const attributes = Array.from(own.matchAll(spoken), ([, value]) => value);
  const text = own.replaceAll(/<style[\s\S]*?<\/style>/g, "").replaceAll(/<[^>]*>/g, " ");
  return [text, ...attributes].join("\n");
}
