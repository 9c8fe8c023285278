import type { Video } from "@/lib/content/media";

export type ProviderSource = Extract<Video["source"], { kind: "provider" }>;

/** The providers whose player a page may hold; the front door's Content-Security-Policy names the same hosts. */
const players: Record<ProviderSource["provider"], (id: string) => string> = {
  bilibili: (id) => `https://player.bilibili.com/player.html?${bilibiliName(id)}`,
  tencent: (id) => `https://v.qq.com/txp/iframe/player.html?vid=${id}`,
  youtube: (id) => `https://www.youtube-nocookie.com/embed/${id}`,
};

/** The address of the player of a video that a provider keeps. */
export function playerAddress({ provider, id }: ProviderSource): string {
  return players[provider](id);
}

/** Films have a name, BV1…, and older ones a number too, av170001. */
function bilibiliName(id: string): string {
  return /^(?:av)?\d+$/i.test(id) ? `aid=${id.replace(/^av/i, "")}` : `bvid=${id}`;
}
