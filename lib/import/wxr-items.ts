import { SaxesParser } from "saxes";

import { SourceError } from "./draft.ts";

/** One `item` or author of an export: the first text of each of its elements, and the lists in it. */
export type WxrItem = {
  fields: Readonly<Record<string, string>>;
  terms: readonly { domain: string; slug: string; title: string }[];
  meta: Readonly<Record<string, string>>;
};

export type Wxr = { site: string; authors: ReadonlyMap<string, string>; items: WxrItem[] };

type Open = { name: string; attributes: Record<string, string>; text: string };
type Building = {
  fields: Record<string, string>;
  terms: WxrItem["terms"][number][];
  meta: Record<string, string>;
};

/**
 * Read WordPress's export format (WXR).
 *
 * Entities of the document's own are not replaced, and nothing outside of it is read.
 *
 * @throws {SourceError} with the line, when it is no XML or no export.
 */
export function readWxrItems(text: string): Wxr {
  const reader = new WxrReader();
  const parser = new SaxesParser<{ xmlns: false; position: true }>({
    xmlns: false,
    position: true,
  });
  parser.on("error", (error) => {
    throw new SourceError(`it is no valid XML: ${error.message}`);
  });
  parser.on("opentag", ({ name, attributes }) => reader.open(name, attributes));
  parser.on("text", (words) => reader.text(words));
  parser.on("cdata", (words) => reader.text(words));
  parser.on("closetag", ({ name }) => reader.close(name));
  // Exports carry what people pasted: characters that XML forbids.
  parser.write(text.replace(/[\p{Cc}\ufffe\uffff]/gu, keepBlank)).close();
  if (!reader.isExport) throw new SourceError("it is XML, but no WordPress export (WXR)");
  return { site: reader.site, authors: reader.authors, items: reader.items };
}

class WxrReader {
  readonly items: Building[] = [];
  readonly authors = new Map<string, string>();
  site = "";
  isExport = false;
  #stack: Open[] = [];
  #item: Building | null = null;

  open(name: string, attributes: Record<string, string>): void {
    this.#stack.push({ name, attributes, text: "" });
    if (name === "item" || name === "wp:author") this.#item = { fields: {}, terms: [], meta: {} };
  }

  text(words: string): void {
    const top = this.#stack.at(-1);
    if (top) top.text += words;
  }

  close(name: string): void {
    const done = this.#stack.pop();
    if (!done) return;
    if (name === "wp:wxr_version") this.isExport = true;
    if (name === "wp:base_blog_url") this.site = done.text.trim();
    if (this.#item === null) return;
    if (name === "item") this.items.push(this.#item);
    if (name === "wp:author") this.#keepAuthor(this.#item.fields);
    if (name === "item" || name === "wp:author") this.#item = null;
    else this.#keep(done, this.#item);
  }

  #keepAuthor(fields: Record<string, string>): void {
    const login = fields["wp:author_login"] ?? "";
    this.authors.set(login, fields["wp:author_display_name"] || login);
  }

  #keep({ name, attributes, text }: Open, { fields, terms, meta }: Building): void {
    if (name === "category") {
      const { domain = "", nicename = "" } = attributes;
      terms.push({ domain, slug: nicename, title: text.trim() });
    }
    if (name === "wp:meta_value") meta[fields["wp:meta_key"] ?? ""] = text;
    if (name === "wp:meta_key" || name === "wp:meta_value") fields[name] = text;
    else fields[name] ??= text;
  }
}

const keepBlank = (character: string): string => (/[\t\n\r]/.test(character) ? character : "");
