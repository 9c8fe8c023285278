import { z } from "zod";

import { ask } from "@/lib/content/client";
import type { DraftPerspective } from "@/lib/content/preview/release";

/** Where documents with an address of their own stand; later pages of a list belong to it. */
const places = [
  { type: "category", pattern: /^\/news\/category\/([^/]+)(?:\/page\/\d+)?$/ },
  { type: "tag", pattern: /^\/news\/tag\/([^/]+)(?:\/page\/\d+)?$/ },
  { type: "article", pattern: /^\/news\/([^/]+)$/ },
  { type: "page", pattern: /^\/([^/]+)$/ },
];

const query = `defined(*[_type == $type && slug.current == $slug][0]._id)`;

/** Whether an editor who previews would see something at a path without locale. Nothing is, for a CMS that is away. */
export async function hasDraftAt(path: string, perspective: DraftPerspective): Promise<boolean> {
  for (const { type, pattern } of places) {
    const slug = pattern.exec(path)?.[1];
    if (slug === undefined) continue;
    const question = { query, params: { type, slug }, schema: z.boolean() };
    return ask(question, perspective).catch(() => false);
  }
  return false;
}
