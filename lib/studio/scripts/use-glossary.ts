import { useEffect, useState } from "react";
import { useClient } from "sanity";
import { z } from "zod";

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

/** The site's glossary as the site reads it: published terms only, kept up to date. */
export function useGlossary(): { glossary: Glossary; addTerm: AddTerm } {
  const client = useClient({ apiVersion: "2025-02-19" });
  const [glossary, setGlossary] = useState<Glossary>([]);

  useEffect(() => {
    const load = () =>
      client
        .fetch<unknown>(query, {}, { perspective: "published" })
        .then((terms) => setGlossary(parseTerms(terms)));
    void load();
    const changes = client
      .listen(`*[_type == "glossaryTerm"]`, {}, { visibility: "query", includeResult: false })
      .subscribe(() => void load());
    return () => changes.unsubscribe();
  }, [client]);

  const addTerm: AddTerm = async (forms) => {
    await client.create({
      _type: "glossaryTerm",
      match: "always",
      forms: forms.map(({ locale, text }) => ({ _key: locale, locale, text })),
    });
  };
  return { glossary, addTerm };
}

type Form = { locale: z.infer<typeof variantSchema>; text: string };
export type AddTerm = (forms: readonly Form[]) => Promise<void>;

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
