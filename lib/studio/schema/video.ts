import { PlayIcon } from "@sanity/icons/Play";
import { defineArrayMember, defineField, defineType } from "sanity";

import { VideoIdInput } from "@/lib/studio/components/video-id-input";
import { sayHere } from "@/lib/studio/locale/language";
import { say } from "@/lib/studio/locale/say";
import { checkWords } from "@/lib/studio/words/check-words";
import { readProvider, videoIdIn, type VideoProvider } from "@/lib/video-id";

import { pictureFields, pictureOptions } from "./picture";
import { scriptOptions } from "./variant-options";

const providers = [
  { title: "哔哩哔哩", value: "bilibili" },
  { title: "腾讯视频", value: "tencent" },
  { title: "YouTube", value: "youtube" },
];

/** What to fill in, by an example of each provider's addresses. */
const examples: Record<VideoProvider, string> = {
  bilibili: "请填视频编号，例如网址 www.bilibili.com/video/BV1xx411c7mD 里的 BV1xx411c7mD",
  tencent: "请填视频编号，例如网址 v.qq.com/x/page/u0019q2vrkw.html 里的 u0019q2vrkw",
  youtube: "请填视频编号，例如网址 www.youtube.com/watch?v=aqz-KE-bpKQ 里的 aqz-KE-bpKQ",
};

const caption = defineArrayMember({
  title: "字幕",
  type: "object",
  fields: [
    defineField({
      name: "locale",
      title: "文字",
      type: "string",
      options: { list: scriptOptions },
    }),
    defineField({
      name: "file",
      title: "字幕文件（WebVTT）",
      type: "file",
      options: { accept: ".vtt,text/vtt" },
    }),
  ],
  preview: { select: { title: "locale" } },
});

export const video = defineType({
  name: "video",
  title: "视频",
  type: "object",
  icon: PlayIcon,
  options: { collapsible: true, collapsed: true },
  validation: (rule) =>
    rule.custom((value) => {
      if (value === undefined || value["file"] !== undefined) return true;
      if (value["provider"] === undefined && value["providerId"] === undefined) return true;
      if (value["provider"] !== undefined && value["providerId"] !== undefined) return true;
      return say("视频平台和视频编号要一起填写");
    }),
  fields: [
    defineField({ name: "file", title: "视频文件", type: "file", options: { accept: "video/*" } }),
    defineField({
      name: "provider",
      title: "或者：视频平台",
      type: "string",
      options: { list: providers, layout: "radio", direction: "horizontal" },
    }),
    defineField({
      name: "providerId",
      title: "视频编号",
      description: "视频网址里的编号，例如 BV1xx411c7mD；粘贴整个网址也可以",
      type: "string",
      components: { input: VideoIdInput },
      hidden: ({ parent }) => parent?.provider === undefined,
      validation: (rule) =>
        rule.custom((id, { parent }) => {
          const provider = readProvider(parent);
          if (provider === null || id === undefined || videoIdIn(id, provider) !== null)
            return true;
          return say(examples[provider]);
        }),
    }),
    defineField({
      name: "poster",
      title: "封面图",
      type: "image",
      options: pictureOptions,
      fields: pictureFields,
    }),
    defineField({ name: "captions", title: "字幕", type: "array", of: [caption] }),
    defineField({
      name: "transcript",
      title: "文字稿",
      description: "供听不见或不便播放的读者阅读",
      type: "text",
      rows: 6,
      // In a body its words are looked at with all the others.
      validation: (rule) =>
        rule
          .custom((words, context) => context.path?.includes("body") || checkWords(words, context))
          .warning(),
    }),
    defineField({
      name: "duration",
      title: "时长（秒）",
      type: "number",
      validation: (rule) => rule.positive().error(say("时长要大于 0")),
    }),
  ],
  preview: {
    select: { media: "poster", file: "file.asset.originalFilename", id: "providerId" },
    prepare: ({ media, file, id }) => ({ media, title: file ?? id ?? sayHere("视频") }),
  },
});
