import type { SanityClient, ValidationContext } from "sanity";
import { z } from "zod";

import { say } from "@/lib/studio/locale/say";
import { publishedIdOf } from "@/lib/studio/published-id";

import { leadsBack } from "./leads-back";

const documentSchema = z.looseObject({ _id: z.string().catch(""), from: z.string().catch("") });

const isOther = `!(_id in [$id, "drafts." + $id]) && !(_id in path("versions.*." + $id))`;

/** Refuse a second redirect from one address: which of them the site follows would be anybody's guess. */
export async function checkSource(from: string | undefined, context: ValidationContext) {
  if (from === undefined) return true;
  const { client, id } = asked(context);
  const query = `count(*[_type == "redirect" && from == $from && ${isOther}])`;
  const others = await client.fetch<unknown>(query, { from, id }, { perspective: "raw" });
  return others === 0 ? true : say("这条旧路径已经有跳转了，请改原来那一条");
}

/** Refuse a redirect that, with those that are published, leads a reader in a circle. */
export async function checkCircle(to: string | undefined, context: ValidationContext) {
  const { client, id, from } = asked(context);
  if (to === undefined || from === "") return true;
  if (to === from) return say("新旧路径相同，会打转");
  const query = `*[_type == "redirect" && from == $path && ${isOther}][0].to`;
  const next = async (path: string) =>
    z
      .string()
      .nullable()
      .parse(await client.fetch<unknown>(query, { path, id }, { perspective: "published" }));
  return (await leadsBack({ from, to }, next))
    ? say("新路径又跳转回这条旧路径，读者会一直打转")
    : true;
}

function asked({ document, getClient }: ValidationContext) {
  const { _id, from } = documentSchema.parse(document ?? {});
  const client: SanityClient = getClient({ apiVersion: "2025-02-19" });
  return { client, id: publishedIdOf(_id), from };
}
