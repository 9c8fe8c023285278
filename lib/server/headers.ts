import type { Settings } from "./settings.ts";

export type Audience = "public" | "studio" | "preview" | "asset";

/** Video providers whose player may be framed; nothing of theirs loads before a visitor asks for it. */
const players = [
  "https://player.bilibili.com",
  "https://v.qq.com",
  "https://www.youtube-nocookie.com",
];

const hostedSanity = {
  connect: ["https://*.api.sanity.io", "wss://*.api.sanity.io", "https://*.apicdn.sanity.io"],
  image: ["https://cdn.sanity.io"],
};

/**
 * The headers that every answer of this audience carries.
 *
 * Public pages run no inline script at all. `studio` and `preview` keep the framework, whose start is inline;
 * their requests stay on this origin (and hosted Sanity's, when that is where content lives).
 */
export function securityHeaders(settings: Settings, audience: Audience): Record<string, string> {
  const overTls = settings.siteUrl.startsWith("https:");
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    ...(overTls ? { "strict-transport-security": "max-age=31536000" } : {}),
    ...(audience === "asset" ? {} : documentHeaders(settings, audience, overTls)),
  };
}

function documentHeaders(
  settings: Settings,
  audience: Exclude<Audience, "asset">,
  overTls: boolean,
): Record<string, string> {
  const policy =
    audience === "public" && settings.leanHtml
      ? publicPolicy(settings)
      : frameworkPolicy(settings, audience);
  return {
    "content-security-policy": [...policy, ...(overTls ? ["upgrade-insecure-requests"] : [])].join(
      "; ",
    ),
    "x-frame-options": "SAMEORIGIN",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy":
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  };
}

/** Where WeChat's script comes from; nothing else of theirs is let in. */
const wechatScripts = "https://res.wx.qq.com";

function publicPolicy({ hasWechat }: Settings): string[] {
  const vendor = hasWechat ? [wechatScripts] : [];
  return [
    "default-src 'self'",
    ["script-src 'self' 'inline-speculation-rules'", ...vendor].join(" "),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    `frame-src 'self' ${players.join(" ")}`,
    ...commonPolicy,
  ];
}

function frameworkPolicy(settings: Settings, audience: Audience): string[] {
  const connect = settings.hosted ? hostedSanity.connect : [];
  const image = settings.hosted ? hostedSanity.image : [];
  const live = settings.dev ? ["'unsafe-eval'"] : [];
  return [
    "default-src 'self'",
    ["script-src 'self' 'unsafe-inline'", ...live].join(" "),
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...image].join(" "),
    ["media-src 'self' data: blob:", ...image].join(" "),
    "font-src 'self' data:",
    ["connect-src 'self'", ...connect].join(" "),
    "worker-src 'self' blob:",
    audience === "studio" ? "frame-src 'self'" : `frame-src 'self' ${players.join(" ")}`,
    ...commonPolicy,
  ];
}

const commonPolicy = [
  "frame-ancestors 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];

/**
 * What an uploaded file may do when it is opened by its own address: nothing.
 *
 * An SVG or HTML file in the lake shares the site's origin, so it must not run as a page of ours.
 */
export const uploadPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
