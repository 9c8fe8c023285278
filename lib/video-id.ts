import { z } from "zod";

export const videoProviders = ["bilibili", "tencent", "youtube"] as const;

export type VideoProvider = (typeof videoProviders)[number];

const chosenSchema = z.looseObject({ provider: z.enum(videoProviders) });

/** Read from a half-written video which provider was chosen; `null` for none. */
export const readProvider = (video: unknown): VideoProvider | null =>
  chosenSchema.safeParse(video).data?.provider ?? null;

/** The identifier becomes part of an address, so it may hold nothing else. */
const identifier = /^[A-Za-z0-9_-]{1,64}$/;

const readers: Record<VideoProvider, (address: URL) => string | undefined | null> = {
  bilibili: (address) => {
    if (!isAt(address, "bilibili.com", "b23.tv")) return null;
    const { pathname, searchParams: asked } = address;
    const named = /\/(BV[0-9A-Za-z]{10}|av\d+)(?:\/|$)/i.exec(pathname)?.[1] ?? asked.get("bvid");
    const number = asked.get("aid");
    return named ?? (number && `av${number}`);
  },
  tencent: (address) => {
    if (!isAt(address, "v.qq.com")) return null;
    const { pathname, searchParams: asked } = address;
    return asked.get("vid") ?? /\/x\/(?:page|cover\/\w+)\/(\w+)(?:\.html)?$/.exec(pathname)?.[1];
  },
  youtube: (address) => {
    const { pathname, searchParams: asked } = address;
    if (isAt(address, "youtu.be")) return /^\/([\w-]+)/.exec(pathname)?.[1];
    if (!isAt(address, "youtube.com", "youtube-nocookie.com")) return null;
    return asked.get("v") ?? /^\/(?:embed|shorts|live)\/([\w-]+)/.exec(pathname)?.[1];
  },
};

/**
 * Find the identifier by which a provider knows a video; `null` when there is none.
 *
 * Besides the identifier itself it may be what the provider's page gives to copy: an address with or without `https:`,
 * words with an address in them, or the HTML of a player.
 */
export function videoIdIn(text: string, provider: VideoProvider): string | null {
  const given = text.trim();
  if (identifier.test(given)) return given;
  const address = addressIn(given);
  const found = address === null ? null : readers[provider](address);
  return found && identifier.test(found) ? found : null;
}

function addressIn(text: string): URL | null {
  const [, rest] = /(?:^|\/\/|\s)((?:[\w-]+\.)+[a-z]+\/[^\s"'<>]*)/i.exec(text) ?? [];
  const address = `https://${rest?.replaceAll("&amp;", "&")}`;
  return rest !== undefined && URL.canParse(address) ? new URL(address) : null;
}

function isAt({ hostname }: URL, ...domains: string[]): boolean {
  return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
