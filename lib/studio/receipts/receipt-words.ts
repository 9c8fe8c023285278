import { sayIn } from "@/lib/studio/locale/say";

import type { Receipt } from "./receipt";

const moment = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "medium",
  timeStyle: "medium",
});

export const saidMoment = (iso: string): string => moment.format(new Date(iso));

const published = {
  failed: "网站还没有更新，正在重试",
  refreshing: "正在更新各页面……",
  done: "网站已更新，用时",
} as const;

const withdrawn = {
  failed: "还没有从网站撤下，正在重试",
  refreshing: "正在从网站撤下……",
  done: "已从网站撤下，用时",
} as const;

/** One line on how a publish or a withdrawal went, in the editor's script. */
export function saidState(receipt: Receipt, language: string): string {
  const { state, tookMs, failures, isWithdrawal } = receipt;
  const say = (text: string) => sayIn(text, language);
  const words = say((isWithdrawal ? withdrawn : published)[state]);
  if (state === "failed") return `${words} (${failures})`;
  return state === "refreshing"
    ? words
    : `${words} ${((tookMs ?? 0) / 1000).toFixed(1)} ${say("秒")}`;
}

/** The script that an address shows, by its first folder; `null` for what has none. */
export function scriptOf(url: string): string | null {
  return /^\/(zh-[A-Za-z-]+)(?:\/|$)/.exec(new URL(url).pathname)?.[1] ?? null;
}
