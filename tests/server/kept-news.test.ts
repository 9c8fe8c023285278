import { channel } from "node:diagnostics_channel";

import { describe, expect, it } from "vitest";

import { listenForKept } from "../../lib/server/kept-news.ts";

const keep = (key: string) => channel("yiwen:page-kept").publish({ key });

/** Whether a promise has ended by the time that everything ready to run has run. */
async function hasEnded(promise: Promise<void>): Promise<boolean> {
  let isEnded = false;
  void promise.then(() => (isEnded = true));
  await new Promise((done) => setImmediate(done));
  return isEnded;
}

describe("listenForKept", () => {
  it("hears of its own page, however the site spells it, and of no other", async () => {
    const news = listenForKept(encodeURI("/zh-Hans/关于"));
    keep("/zh-Hans/news");
    expect(await hasEnded(news.kept)).toBe(false);
    keep("/zh-Hans/关于");
    expect(await hasEnded(news.kept)).toBe(true);
    news.stop();
  });

  it("hears nothing after it was stopped", async () => {
    const news = listenForKept("/zh-Hans");
    news.stop();
    keep("/zh-Hans");
    expect(await hasEnded(news.kept)).toBe(false);
  });
});
