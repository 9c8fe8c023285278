import { z } from "zod";

import type { Override } from "@/lib/zh/glossary";
import { variants } from "@/lib/zh/variants";

const variantSchema = z.enum(variants);

const articleSchema = z.object({
  script: z.enum(["zh-Hans", "zh-Hant"]).catch("zh-Hans"),
  overrides: z
    .array(
      z.object({
        _key: z.string().catch(""),
        from: z.string().catch(""),
        to: z.string().catch(""),
        locale: variantSchema.optional().catch(undefined),
      }),
    )
    .catch([]),
  variants: z
    .array(
      z.object({
        _key: z.string().catch(""),
        locale: z.string().catch(""),
        status: z.enum(["auto", "reviewed", "manual"]).catch("auto"),
        title: z.string().optional(),
        excerpt: z.string().optional(),
        body: z.array(z.unknown()).optional(),
        basedOn: z.string().optional(),
      }),
    )
    .catch([]),
});

export type ArticleScripts = z.infer<typeof articleSchema>;
export type ArticleOverride = ArticleScripts["overrides"][number];
export type VariantStatus = ArticleScripts["variants"][number]["status"];

/** What an article says about its own scripts; a half-written one is read as far as it goes. */
export const readScripts = (article: unknown): ArticleScripts => articleSchema.parse(article ?? {});

const textsSchema = z.object({
  title: z.string().catch(""),
  excerpt: z.string().catch(""),
  body: z.array(z.unknown()).catch([]),
});

/** What an article says, as it was written. */
export const readTexts = (article: unknown) => textsSchema.parse(article ?? {});

/** The overrides that are complete enough to convert with. */
export const overridesOf = ({ overrides }: ArticleScripts): Override[] =>
  overrides
    .filter(({ from }) => from !== "")
    .map(({ from, to, locale }) => (locale === undefined ? { from, to } : { from, to, locale }));
