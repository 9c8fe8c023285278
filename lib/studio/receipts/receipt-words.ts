import { sayIn } from "@/lib/studio/locale/say";

import type { Receipt } from "./receipt";

const moment = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "medium",
  timeStyle: "medium",
});

export const saidMoment = (iso: string): string => moment.format(new Date(iso));

/** One line on how a publish went, in the editor's script. */
export function saidState({ state, tookMs, failures }: Receipt, language: string): string {
  const say = (text: string) => sayIn(text, language);
  if (state === "failed") return `${say("网站还没有更新，正在重试")} (${failures})`;
  if (state === "refreshing") return say("正在更新各页面……");
  const seconds = ((tookMs ?? 0) / 1000).toFixed(1);
  return `${say("网站已更新，用时")} ${seconds} ${say("秒")}`;
}

/** The script that an address shows, by its first folder; `null` for what has none. */
export function scriptOf(url: string): string | null {
  return /^\/(zh-[A-Za-z-]+)(?:\/|$)/.exec(new URL(url).pathname)?.[1] ?? null;
}
