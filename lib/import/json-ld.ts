import { z } from "zod";

const named = z
  .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
  .or(z.array(z.object({ name: z.string() })).transform((all) => all[0]?.name ?? ""));
const optional = named.optional().catch(undefined);

const thingSchema = z.looseObject({
  "@type": z
    .union([z.string(), z.array(z.string()).transform((types) => types.join(" "))])
    .catch(""),
  headline: optional,
  datePublished: optional,
  dateModified: optional,
  articleSection: optional,
  author: optional,
  description: optional,
});

export type Told = Partial<
  Record<
    "headline" | "datePublished" | "dateModified" | "articleSection" | "author" | "description",
    string | undefined
  >
>;

/** What a page's JSON-LD says of its article; what is malformed says nothing. */
export function readJsonLd(document: Document): Told {
  const things = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(
    (script) => thingsIn(script.textContent),
  );
  return things.find((thing) => /Article|BlogPosting/.test(thing["@type"])) ?? {};
}

function thingsIn(text: string): z.infer<typeof thingSchema>[] {
  try {
    const value: unknown = JSON.parse(text);
    const graph = z.looseObject({ "@graph": z.array(z.unknown()) }).safeParse(value);
    const all = graph.success ? graph.data["@graph"] : Array.isArray(value) ? value : [value];
    return all.flatMap((one) => thingSchema.safeParse(one).data ?? []);
  } catch {
    return [];
  }
}
