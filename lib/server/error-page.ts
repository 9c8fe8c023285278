import type { Answer, Question } from "./exchange.ts";

const sentences: Readonly<
  Record<"missing" | "starting" | "refused" | "broken", [hans: string, hant: string]>
> = {
  missing: ["没有这个页面。请检查网址，或返回首页。", "沒有這個頁面。請檢查網址，或返回首頁。"],
  starting: ["网站正在启动，请稍后刷新。", "網站正在啟動，請稍後重新整理。"],
  refused: ["请求无法处理。请返回首页再试。", "請求無法處理。請返回首頁再試。"],
  broken: ["网站暂时出了问题，请稍后再试。", "網站暫時出了問題，請稍後再試。"],
};

/** The page shown when the site itself cannot show one: both scripts, no script, no style of its own. */
export function plainErrorPage(status: number): Buffer {
  const [hans, hant] = sentences[kindOf(status)];
  return Buffer.from(
    `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${status}</title></head><body><main><h1>${status}</h1><p>${hans} <a href="/zh-Hans">简体首页</a></p><p lang="zh-Hant">${hant} <a href="/zh-Hant">繁體首頁</a></p></main></body></html>`,
  );
}

function kindOf(status: number): keyof typeof sentences {
  if (status === 404 || status === 410) return "missing";
  if (status === 503) return "starting";
  return status < 500 ? "refused" : "broken";
}

export type ErrorPages = {
  /** Give a blank error page its content; any other answer is handed back as it is. */
  fill(answer: Answer, url: string): Promise<Answer>;
};

export type ErrorPagesOptions = {
  ask(question: Question): Promise<Answer>;
  /** Changes whenever something was published, which the pages' frame may show. */
  generation(): number;
  now?: () => number;
};

/**
 * Next leaves the body of `notFound()` and of a page that failed to the browser's React, which is not there.
 *
 * So the site keeps `/<script>/errors/404` and `/<script>/errors/500`, and their content is put in; it is
 * remembered for a minute, because those who ask for what does not exist ask often.
 */
export function createErrorPages({
  ask,
  generation,
  now = Date.now,
}: ErrorPagesOptions): ErrorPages {
  const remembered = new Map<
    string,
    { body: Promise<Buffer>; generation: number; until: number }
  >();

  async function make(path: string, status: number): Promise<Buffer> {
    const answer = await ask({ method: "GET", url: path, headers: { host: "localhost" } });
    return isBlank(answer) ? plainErrorPage(status) : answer.body;
  }

  function content(path: string, status: number): Promise<Buffer> {
    const known = remembered.get(path);
    if (known && known.generation === generation() && known.until > now()) return known.body;
    const body = make(path, status).catch(() => plainErrorPage(status));
    remembered.set(path, { body, generation: generation(), until: now() + 60_000 });
    return body;
  }

  return {
    async fill(answer, url) {
      if (answer.status < 400 || !isBlank(answer)) return answer;
      const locale = /^\/(zh-Han[st](?:-[A-Z]{2})?)(?:[/?]|$)/.exec(url)?.[1] ?? "zh-Hans";
      const path = `/${locale}/errors/${answer.status >= 500 ? 500 : 404}`;
      return { ...answer, body: await content(path, answer.status) };
    },
  };
}

function isBlank({ status, body }: Answer): boolean {
  return status >= 400 && body.subarray(0, 200).includes('<html id="__next_error__"');
}
