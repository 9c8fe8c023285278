import { defineField, type SlugifierFn, type SlugIsUniqueValidator } from "sanity";
import { z } from "zod";

import { say } from "@/lib/studio/locale/say";
import { isOwnAddress, isSlug, slugFromTitle } from "@/lib/studio/slug";
import { type Slugged, takenSlugs } from "@/lib/studio/taken-slugs";

/**
 * A field for the last part of a page's address, the same for both scripts.
 *
 * The button next to it suggests pinyin; Sanity's own suggestion would be empty for a Chinese title.
 */
export function slugField(source = "title") {
  return defineField({
    name: "slug",
    title: "网址别名",
    description: "网址的最后一段，只用小写字母、数字和连字符；点“生成”可由标题的拼音得出，可修改",
    type: "slug",
    options: { source, maxLength: 96, slugify: suggestSlug, isUnique: isSlugFree },
    // Not `required()`: Sanity then asks for the slug's own field as well, in English.
    validation: (rule) =>
      rule.custom((slug, { document }) => {
        const current = slug?.current ?? "";
        if (current === "") return say("请填写网址别名，或点“生成”");
        if (!isSlug(current))
          return say("网址别名只能用小写字母、数字和连字符（a-z 0-9 -），最多 96 个字符");
        const isTaken = document?._type === "page" && isOwnAddress(current);
        return isTaken ? say("这个网址是网站自己用的，请换一个") : true;
      }),
  });
}

const documentSchema = z.looseObject({ _id: z.string().catch(""), _type: z.string().catch("") });

function sluggedIn(document: unknown): Slugged {
  const { _id: id, _type: type } = documentSchema.parse(document ?? {});
  return { id, type };
}

/** Suggest a slug that no other document has. The tables load when the first one is asked for. */
const suggestSlug: SlugifierFn = async (title, _, { getClient, parent }) => {
  const [{ pinyin }, { createConverter }] = await Promise.all([
    import("pinyin-pro"),
    import("@/lib/zh/converter"),
  ]);
  const { convertText } = createConverter({ from: "auto", to: "zh-Hans" });
  const slug = slugFromTitle(convertText(title), pinyin);
  if (slug === "") return "";
  const others = await takenSlugs(slug, sluggedIn(parent), getClient({ apiVersion: "2025-02-19" }));
  const numbered = Array.from({ length: others.size }, (_none, at) => `${slug}-${at + 2}`);
  return [slug, ...numbered].find((candidate) => !others.has(candidate)) ?? slug;
};

/** True when no other document of the type, draft or published, has taken the slug. */
const isSlugFree: SlugIsUniqueValidator = async (slug, { document, getClient }) => {
  const others = await takenSlugs(
    slug,
    sluggedIn(document),
    getClient({ apiVersion: "2025-02-19" }),
  );
  return !others.has(slug);
};
