import type { SanityClient, ValidationContext } from "sanity";
import { z } from "zod";

import { type Said, say } from "@/lib/studio/locale/say";

import { sitePath, type Target, targetOf } from "./site-path";

const idsSchema = z.array(z.string());
const referenceSchema = z.object({ _ref: z.string() });

/** Warn of an address of this site that leads nowhere. For `rule.custom(…).warning()`. */
export async function checkLink(href: string | undefined, { getClient }: ValidationContext) {
  const path = sitePath(href ?? "", window.location.origin);
  const target = href === undefined || path === null ? null : targetOf(path);
  if (path === null || target === null) return true;
  const client = getClient({ apiVersion: "2025-02-19" });
  const found = await idsOf(client, target);
  if (found.some(isPublished) || (await isRedirected(client, path))) return true;
  return deadLink(found.length > 0, path);
}

/** Warn of a link to a document that readers cannot see. */
export async function checkReference(value: unknown, { getClient }: ValidationContext) {
  const reference = referenceSchema.safeParse(value);
  if (!reference.success) return true;
  const { _ref: id } = reference.data;
  const found = await ask(
    getClient({ apiVersion: "2025-02-19" }),
    `*[_id in [$id, "drafts." + $id]]._id`,
    { id },
  );
  return found.some(isPublished) || deadLink(found.length > 0);
}

const isPublished = (id: string): boolean => !/^(?:drafts|versions)\./.test(id);

function deadLink(isDraft: boolean, path?: string): Said {
  const reason = say(
    isDraft
      ? "链接到的内容还没有发布，读者点开会看到“找不到页面”"
      : "链接失效：站内没有这个页面，读者点开会看到“找不到页面”",
  );
  const where = path === undefined ? "" : `（${path}）`;
  return { "zh-Hans": reason["zh-Hans"] + where, "zh-Hant": reason["zh-Hant"] + where };
}

/** The documents that show at a place, in whatever state. */
function idsOf(client: SanityClient, target: Target): Promise<string[]> {
  switch (target.type) {
    case "none":
      return Promise.resolve([]);
    case "year":
      return ask(
        client,
        `*[_type == "article" && string::startsWith(publishedAt, $year)][0...100]._id`,
        { year: target.year },
      );
    case "article":
    case "category":
    case "tag":
    case "page":
      return ask(client, `*[_type == $type && slug.current == $slug]._id`, target);
  }
}

async function isRedirected(client: SanityClient, path: string): Promise<boolean> {
  const found = await ask(client, `*[_type == "redirect" && from == $path]._id`, { path });
  return found.some(isPublished);
}

async function ask(client: SanityClient, query: string, params: Record<string, string>) {
  return idsSchema.parse(await client.fetch<unknown>(query, params, { perspective: "raw" }));
}
