import { z } from "zod";

import { ask, askCached } from "@/lib/content/client";
import { membersOf } from "@/lib/content/lenient";
import { glossaryQuery } from "@/lib/content/queries";
import { glossaryTermSchema } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { createConverter, type Converter } from "@/lib/zh/converter.ts";
import type { Override } from "@/lib/zh/glossary.ts";
import type { Variant } from "@/lib/zh/variants.ts";

const glossarySchema = z.unknown().pipe(membersOf(glossaryTermSchema, "glossary term"));

export type Written = { script: Variant | "auto"; overrides: readonly Override[] };

const unknownScript: Written = { script: "auto", overrides: [] };

/** How a version of an article reads that a person wrote for zh-Hant. */
export const writtenInHant: Written = { script: "zh-Hant", overrides: [] };

/** Make a converter for text `written` in its script, with the company's glossary. */
export async function converterTo(locale: Locale): Promise<(written?: Written) => Converter> {
  const glossary = await askCached({ query: glossaryQuery, schema: glossarySchema }, ["glossary"]);
  return ({ script, overrides } = unknownScript) =>
    createConverter({ from: script, to: locale, glossary, overrides });
}

/** The same with the glossary as it is now, for what is kept beyond the life of a page. */
export async function converterNow(): Promise<(locale: Locale, written?: Written) => Converter> {
  const glossary = await ask({ query: glossaryQuery, schema: glossarySchema });
  return (locale, { script, overrides } = unknownScript) =>
    createConverter({ from: script, to: locale, glossary, overrides });
}

type Texts<T> = { [K in keyof T]: T[K] extends string | null ? K : never }[keyof T];

/** Convert the named text fields of an object; `null` stays. */
export function convertFields<T extends object, K extends Texts<T>>(
  converter: Converter,
  value: T,
  fields: readonly K[],
): T {
  const converted = fields.map((field) => {
    const text = value[field];
    return [field, typeof text === "string" ? converter.convertText(text) : text];
  });
  return { ...value, ...Object.fromEntries(converted) };
}
