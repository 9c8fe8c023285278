import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { validateXML } from "xmllint-wasm";

const folder = resolve(import.meta.dirname, "../fixtures/schemas");

const preloads = {
  "sitemap.xsd": ["xhtml-link.xsd"],
  "rss.xsd": ["atom-link.xsd"],
} as const;

const read = (name: string) => ({
  fileName: name,
  contents: readFileSync(join(folder, name), "utf8"),
});

/** What is wrong with a document by its schema, a sentence each. */
export async function faultsBySchema(
  xml: string,
  schema: keyof typeof preloads,
): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: "document.xml", contents: xml },
    schema: read(schema),
    preload: preloads[schema].map(read),
  });
  return errors.map(({ message }) => message);
}
