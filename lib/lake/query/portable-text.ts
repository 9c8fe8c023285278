import { isObject } from "./values.ts";

function blockText(value: unknown): string | null {
  if (!isObject(value) || typeof value["_type"] !== "string") return null;
  const children = value["children"];
  if (!Array.isArray(children)) return null;
  return children
    .map((child: unknown) =>
      isObject(child) && child["_type"] === "span" && typeof child["text"] === "string"
        ? child["text"]
        : "",
    )
    .join("");
}

function arrayTexts(list: readonly unknown[]): string[] {
  return list.flatMap((item) => {
    if (Array.isArray(item)) return arrayTexts(item);
    const text = blockText(item);
    return text === null ? [] : [text];
  });
}

/** `pt::text`: the text of one block, or of all blocks with an empty line between; null when there is none. */
export function portableText(value: unknown): string | null {
  if (!Array.isArray(value)) return blockText(value);
  const texts = arrayTexts(value);
  return texts.length > 0 ? texts.join("\n\n") : null;
}
