import { defineField, type ImageRule } from "sanity";

import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";

/** What Sanity should read out of an uploaded picture; the site uses the placeholder and the size. */
const metadata = ["blurhash" as const, "lqip" as const, "palette" as const];

/** A picture the editor can crop, and whose middle of interest survives every crop of the site. */
export const pictureOptions = { hotspot: true, metadata, accept: "image/*" };

/** Before there is a picture there is nothing to say about it. */
const hasNoPicture = ({ parent }: { parent: unknown }) => !hasAsset(parent);

/** The words that belong to every picture; a picture without `alt` is silent for a screen reader. */
export const pictureFields = [
  defineField({
    name: "alt",
    title: "替代文字",
    description: "用一句话说出图片里有什么，供看不见图片的读者和搜索引擎使用",
    type: "string",
    hidden: hasNoPicture,
    validation: (rule) =>
      rule
        .custom((alt, { parent }) => {
          if (!hasAsset(parent) || (alt ?? "").trim() !== "") return true;
          return say("请写替代文字：读屏软件和搜索引擎靠它理解图片");
        })
        .warning(),
  }),
  defineField({
    name: "credit",
    title: "图片来源",
    description: "摄影者或版权方，例如：本公司 / 王某某 摄",
    type: "string",
    hidden: hasNoPicture,
    validation: (rule) =>
      rule
        .custom((credit, { parent }) => {
          if (!hasAsset(parent) || (credit ?? "").trim() !== "") return true;
          return say("没有写图片来源：请确认本公司有权使用这张图片");
        })
        .info(),
  }),
  defineField({ name: "caption", title: "图片说明", type: "string", hidden: hasNoPicture }),
];

/** Sanity calls a picture without a title by an English word. */
export const picturePreview = {
  select: { caption: "caption", alt: "alt", media: "asset" },
  prepare: ({ caption, alt, media }: Partial<Record<"caption" | "alt" | "media", string>>) => ({
    title: caption || alt || sayHere("图片"),
    ...(media === undefined ? {} : { media }),
  }),
};

export const requireAsset = (rule: ImageRule) => rule.assetRequired();

function hasAsset(value: unknown): boolean {
  return typeof value === "object" && value !== null && "asset" in value && Boolean(value.asset);
}
