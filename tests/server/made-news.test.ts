import { channel } from "node:diagnostics_channel";

import { describe, expect, it } from "vitest";

import { listenForMade } from "../../lib/server/made-news.ts";

const make = (key: string) =>
  channel("yiwen:page-made").publish({ key: `/route-cache/APP_PAGE/f3567b/$${key}` });

/** Whether a promise has ended by the time that everything ready to run has run. */
async function hasEnded(promise: Promise<void>): Promise<boolean> {
  let isEnded = false;
  void promise.then(() => (isEnded = true));
  await new Promise((done) => setImmediate(done));
  return isEnded;
}

describe("listenForMade", () => {
  it("hears of its own page, however the site spells it, and of no other", async () => {
    const news = listenForMade(encodeURI("/zh-Hans/关于"));
    make("/zh-Hans/news");
    expect(await hasEnded(news.made)).toBe(false);
    make("/zh-Hans/关于");
    expect(await hasEnded(news.made)).toBe(true);
    news.stop();
  });

  it("hears nothing after it was stopped", async () => {
    const news = listenForMade("/zh-Hans");
    news.stop();
    make("/zh-Hans");
    expect(await hasEnded(news.made)).toBe(false);
  });
});
