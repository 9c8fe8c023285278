import { z } from "zod";

import { maybe, maybeText, membersOf } from "@/lib/content/lenient";
import { fileSchema, pictureSchema, videoSchema } from "@/lib/content/media";
import { isSlug } from "@/lib/content/slug";

const key = { _key: z.string().catch("") };

const safeProtocols = new Set(["http:", "https:", "mailto:", "tel:"]);

/** A link an editor wrote, or `null` when following it could run code or leave the web. */
export function safeHref(href: string): string | null {
  // A browser drops tabs and line breaks inside an address, so what it will follow is looked at without them.
  const trimmed = [...href.trim()].filter((character) => character > "\u001f").join("");
  if (/^(#|\/(?![/\\]))/.test(trimmed)) return trimmed;
  if (!URL.canParse(trimmed)) return null;
  return safeProtocols.has(new URL(trimmed).protocol) ? trimmed : null;
}

const targetSchema = z.object({ _type: z.enum(["article", "page"]), slug: z.string() });

/** The path, without locale, of what an internal link points to; `null` for a dangling reference. */
function pathOf(target: z.infer<typeof targetSchema> | null): string | null {
  if (target === null || !isSlug(target.slug)) return null;
  return target._type === "article" ? `/news/${target.slug}` : `/${target.slug}`;
}

const linkSchema = z
  .object({ ...key, _type: z.literal("link"), href: z.string(), newTab: maybe(z.boolean()) })
  .transform((raw) => ({ ...raw, href: safeHref(raw.href) }));

const internalLinkSchema = z
  .object({ ...key, _type: z.literal("internalLink"), target: maybe(targetSchema) })
  .transform(({ target, ...raw }) => ({ ...raw, path: pathOf(target) }));

const markDefinitionSchema = z.discriminatedUnion("_type", [
  linkSchema,
  internalLinkSchema,
  z.object({ ...key, _type: z.literal("noConvert") }),
  z.object({
    ...key,
    _type: z.literal("variant"),
    forms: membersOf(z.object({ locale: z.string(), text: z.string() }), "variant form"),
  }),
  z.object({ ...key, _type: z.literal("footnote"), text: z.string() }),
]);

const spanSchema = z.object({
  ...key,
  _type: z.literal("span"),
  text: z.string(),
  marks: z
    .array(z.string())
    .nullish()
    .catch(null)
    .transform((marks) => marks ?? []),
});

const styles = ["normal", "h2", "h3", "h4", "blockquote"] as const;

const blockSchema = z.object({
  ...key,
  _type: z.literal("block"),
  style: z.enum(styles).catch("normal"),
  listItem: z.enum(["bullet", "number"]).optional().catch(undefined),
  level: z.number().int().min(1).max(6).optional().catch(undefined),
  children: membersOf(spanSchema, "inline"),
  markDefs: membersOf(markDefinitionSchema, "annotation"),
});

const inKeyed = <T extends string>(type: T) => z.object({ ...key, _type: z.literal(type) });

const memberSchema = z.union([
  blockSchema,
  z.intersection(inKeyed("image"), pictureSchema),
  z.object({ ...key, _type: z.literal("gallery"), images: membersOf(pictureSchema, "picture") }),
  z.object({
    ...key,
    _type: z.literal("table"),
    caption: maybeText,
    headerRow: z.boolean().catch(false),
    rows: membersOf(z.object({ ...key, cells: z.array(z.string().catch("")) }), "table row"),
  }),
  z.intersection(inKeyed("video"), videoSchema),
  z.object({ ...key, _type: z.literal("attachment"), file: fileSchema, title: maybeText }),
  z.object({ ...key, _type: z.literal("pullQuote"), text: z.string(), attribution: maybeText }),
  z.object({
    ...key,
    _type: z.literal("callout"),
    tone: z.enum(["info", "warning"]).catch("info"),
    text: z.string(),
  }),
  inKeyed("divider"),
]);

/** The body of an article or page. What is unknown or malformed is left out, so that the rest can be read. */
export const bodySchema = membersOf(memberSchema, "body member");

export type BodyMember = z.infer<typeof memberSchema>;
export type Block = z.infer<typeof blockSchema>;
export type MarkDefinition = z.infer<typeof markDefinitionSchema>;
export type BodyMemberOf<T extends BodyMember["_type"]> = Extract<BodyMember, { _type: T }>;
