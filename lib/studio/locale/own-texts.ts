import { defineLocaleResourceBundle } from "sanity";

import { sayIn } from "./say";

/** Words of Sanity's that are not those of our forms. */
const texts = {
  "slug.missing-current": "请填写网址别名",
  "slug.not-object": "网址别名的格式不对，请重新填写",
  "slug.not-unique": "这个网址别名已经被另一篇用了，请换一个",
};

/** There is one of each of these, filled in or not: it is never a new one. */
const singletons = ["网站设置", "导航菜单", "用词提醒"];

const newDocument = ["panes.document-header-title.new.text", "browser-document-title.new-document"];

function validationIn(locale: string) {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, sayIn(text, locale)]));
}

/** Headings of documents that are not there yet: by i18next's nesting, the text of a key that the title is part of. */
function headingsIn(locale: string) {
  const usual = JSON.stringify({ defaultValue: sayIn("新建 {{schemaType}}", locale) });
  const titles = singletons.map((title) => sayIn(title, locale));
  return Object.fromEntries([
    ...newDocument.map((key) => [key, `$t(heading-{{schemaType}}, ${usual})`]),
    ...titles.map((title) => [`heading-${title}`, title]),
  ]);
}

export const ownTexts = ["zh-Hans", "zh-Hant"].flatMap((locale) => [
  defineLocaleResourceBundle({
    locale,
    namespace: "validation",
    resources: validationIn(locale),
  }),
  defineLocaleResourceBundle({ locale, namespace: "structure", resources: headingsIn(locale) }),
]);
