import { EyeOpenIcon } from "@sanity/icons/EyeOpen";
import { definePlugin, type PluginOptions } from "sanity";
import {
  defineDocuments,
  type DocumentLocation,
  type DocumentLocationResolvers,
  presentationTool,
} from "sanity/presentation";

import { sayIn } from "@/lib/studio/locale/say";
import { scriptOptions } from "@/lib/studio/schema/variant-options";

import { shareAction } from "./share-action";
import { toolTexts } from "./tool-texts";

/** What can be read by itself, and so be shown to somebody before it is published. */
const shareable = new Set(["article", "page"]);

/** The page beside the form, in either script, the interface's first, with drafts; and links for reviewers without an account. */
export const previewTool = definePlugin<{ language: string }>(({ language }): PluginOptions => ({
  name: "yiwen-preview",
  plugins: [
    presentationTool({
      title: sayIn("预览", language),
      icon: EyeOpenIcon,
      previewUrl: {
        initial: `/${language}`,
        // Sanity's own sharing would open every draft; ours opens one document.
        previewMode: { enable: "/api/draft/enable", shareAccess: false },
      },
      resolve: { locations: locationsIn(language), mainDocuments },
    }),
  ],
  i18n: { bundles: toolTexts },
  document: {
    actions: (actions, { schemaType }) =>
      shareable.has(schemaType) ? [...actions, shareAction] : actions,
  },
}));

const mainDocuments = defineDocuments([
  {
    route: "/:locale/news/:slug",
    filter: `_type == "article" && slug.current == $slug`,
  },
  { route: ["/:locale/contact", "/:locale/contact/:part"], type: "siteSettings" },
  { route: "/:locale/news/category/:slug", filter: `_type == "category" && slug.current == $slug` },
  { route: "/:locale/news/tag/:slug", filter: `_type == "tag" && slug.current == $slug` },
  // No document is the main one of these, and none is missing.
  { route: ["/:locale/news", "/:locale/search", "/:locale/saved"], resolve: () => undefined },
  { route: "/:locale/:slug", filter: `_type == "page" && slug.current == $slug` },
  { route: "/:locale", type: "siteSettings" },
]);

function locationsIn(language: string): DocumentLocationResolvers {
  const say = (text: string) => sayIn(text, language);
  const ownFirst = scriptOptions.toSorted(
    (a, b) => Number(b.value === language) - Number(a.value === language),
  );
  const inBothScripts = (path: string, name: string): DocumentLocation[] =>
    ownFirst.map(({ title, value }) => ({
      title: `${say(title)} · ${name}`,
      href: `/${value}${path}`,
    }));
  const bySlug = (folder: string) => ({
    select: { title: "title", slug: "slug.current" },
    resolve: (found: Record<"title" | "slug", unknown> | null) => {
      if (typeof found?.slug !== "string")
        return { message: say("填好网址别名后就能预览"), tone: "caution" as const };
      const name = typeof found.title === "string" ? found.title : say("未命名文章");
      return { locations: inBothScripts(`${folder}/${found.slug}`, name) };
    },
  });
  const always = (path: string, name: string) => ({
    locations: inBothScripts(path, say(name)),
  });
  return {
    article: bySlug("/news"),
    page: bySlug(""),
    category: bySlug("/news/category"),
    tag: bySlug("/news/tag"),
    contactPerson: always("/contact", "联系我们"),
    siteSettings: always("", "首页"),
    navigation: always("", "首页"),
  };
}
