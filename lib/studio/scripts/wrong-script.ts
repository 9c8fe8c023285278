import { say } from "@/lib/studio/locale/say";
import { findPlainScript } from "@/lib/zh/detect";
import type { Script } from "@/lib/zh/variants";

import { readScripts } from "./article-scripts";
import { previewLines } from "./preview-lines";

const warnings: Readonly<Record<Script, string>> = {
  "zh-Hans": "文章是用简体写的，撰写文字却选了繁体：繁体网站会原样显示简体字",
  "zh-Hant": "文章是用繁体写的，撰写文字却选了简体：简体网站会原样显示繁体字",
};

/** The script that an article's words plainly are in, where its field says the other; else `null`. */
export function findWrongScript(article: unknown): Script | null {
  const text = previewLines(article).map((line) => line.text);
  const written = findPlainScript(text.join("\n"));
  return written === readScripts(article).script ? null : written;
}

/** What to tell the editor whose article is in this script while its field says the other. */
export const wrongScriptWarning = (written: Script): string => warnings[written];

/** Warn where the words of an article contradict its field. For `rule.custom(…).warning()`. */
export function checkScript(article: unknown) {
  const written = findWrongScript(article);
  return written === null ? true : say(wrongScriptWarning(written));
}
