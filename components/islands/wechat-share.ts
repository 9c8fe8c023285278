type Share = { title: string; desc: string; link: string; imgUrl: string };

/** What we use of the `wx` object of WeChat's JS-SDK. */
type Sdk = {
  config(settings: Record<string, unknown>): void;
  ready(act: () => void): void;
  updateAppMessageShareData(share: Share): void;
  updateTimelineShareData(share: Omit<Share, "desc">): void;
};

declare global {
  // Only `var` declares a property of globalThis.
  var wx: Sdk | undefined;
}

const sdk = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js";

/**
 * Give a link that is shared inside WeChat its title, words and picture.
 *
 * Elsewhere, and where the site has no app of WeChat's, nothing is loaded: only our server knows, so only a
 * browser inside WeChat asks it.
 */
export async function prepareWechatShare(): Promise<void> {
  if (!/MicroMessenger/i.test(navigator.userAgent)) return;
  const [page = ""] = location.href.split("#");
  const answer = await fetch(`/api/wechat/signature?url=${encodeURIComponent(page)}`);
  if (answer.status !== 200) return;
  const signature: unknown = await answer.json();
  if (typeof signature !== "object" || signature === null) return;
  await load(sdk);
  const share = shared();
  globalThis.wx?.config({
    ...signature,
    debug: false,
    jsApiList: ["updateAppMessageShareData", "updateTimelineShareData"],
  });
  globalThis.wx?.ready(() => {
    globalThis.wx?.updateAppMessageShareData(share);
    globalThis.wx?.updateTimelineShareData(share);
  });
}

/** The last picture that a page names is the square one, which WeChat shows. */
function meta(property: string): string {
  const all = document.querySelectorAll<HTMLMetaElement>(`meta[property="og:${property}"]`);
  return [...all].at(-1)?.content ?? "";
}

function shared(): Share {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  return {
    title: meta("title") || document.title,
    desc: meta("description"),
    link: canonical?.href ?? location.href,
    imgUrl: meta("image"),
  };
}

function load(src: string): Promise<void> {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = src;
    script.addEventListener("load", () => done());
    script.addEventListener("error", () => fail(new Error(`${src} could not be loaded`)));
    document.head.append(script);
  });
}
