import { useClient } from "sanity";
import { z } from "zod";

import { useLiveAnswer } from "@/lib/studio/use-live-answer";
import { variants } from "@/lib/zh/variants";

import type { ConversionRequest } from "./convert-lines";

export type Glossary = ConversionRequest["glossary"];

const variantSchema = z.enum(variants);

const termsSchema = z.array(
  z.object({
    forms: z
      .array(z.object({ locale: z.string().nullish(), text: z.string().nullish() }))
      .nullish(),
    match: z.enum(["always", "word"]).nullish(),
  }),
);

const query = `*[_type == "glossaryTerm"]{ forms[]{ locale, text }, match }`;

type Form = { locale: z.infer<typeof variantSchema>; text: string };
/** Write a word everywhere as in `to` what is `from` in its own script; a term that is there already is changed. */
export type AddTerm = (from: Form, to: Form) => Promise<void>;

/** The site's glossary as the site reads it: published terms only, kept up to date. */
export function useGlossary(): { glossary: Glossary; addTerm: AddTerm } {
  const client = useClient({ apiVersion: "2025-02-19" });
  const glossary = useLiveAnswer({
    query,
    changes: `*[_type == "glossaryTerm"]`,
    perspective: "published",
    parse: parseTerms,
  });
  const addTerm: AddTerm = async (from, to) => {
    const known = await client.fetch<string | null>(knownTermQuery, from, {
      perspective: "published",
    });
    const form = { _key: to.locale, ...to };
    if (known === null) {
      const forms = [{ _key: from.locale, ...from }, form];
      await client.create({ _type: "glossaryTerm", match: "always", forms });
      return;
    }
    await client
      .patch(known)
      .unset([`forms[locale=="${to.locale}"]`])
      .append("forms", [form])
      .commit();
  };
  return { glossary: glossary ?? noTerms, addTerm };
}

const noTerms: Glossary = [];

/** The term of a word, if the site has one. */
const knownTermQuery = `*[_type == "glossaryTerm" && count(forms[locale == $locale && text == $text]) > 0]
  | order(_createdAt asc)[0]._id`;

function parseTerms(value: unknown): Glossary {
  return termsSchema.parse(value).map(({ forms, match }) => ({
    match: match ?? "always",
    forms: Object.fromEntries(
      (forms ?? []).flatMap(({ locale, text }) => {
        const variant = variantSchema.safeParse(locale);
        return variant.success && text ? [[variant.data, text]] : [];
      }),
    ),
  }));
}
