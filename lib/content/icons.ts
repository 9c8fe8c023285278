import type { Settings } from "@/lib/content/schema";
import { env } from "@/lib/env";
import { palette } from "@/lib/look";

/** Pixels each way: a tab's, an iPhone's, and the two that a manifest must have. */
export const iconSizes = [64, 180, 192, 512] as const;

export type IconSize = (typeof iconSizes)[number];

/**
 * Where the site's icon is: the logo on paper, square and opaque because iPhones paint what is clear black;
 * without a logo, a seal of our own.
 */
export function iconAddress({ logo }: Pick<Settings, "logo">, size: IconSize): string {
  const { siteUrl } = env();
  if (logo === null || logo.isVector) return `${siteUrl}/icons/${size}.png`;
  const background = palette.paper.slice(1);
  return `${siteUrl}${logo.path}?w=${size}&h=${size}&fit=fill&bg=${background}&fm=png`;
}
