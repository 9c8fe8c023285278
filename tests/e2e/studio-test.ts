import type { BrowserContext, Cookie, Page } from "playwright-core";

import { observe, refuseComplaints, test as base } from "./browser.ts";
import { StudioDesk } from "./studio-desk.ts";

export { describe, expect, keepScreenshot } from "./browser.ts";

/** Sanity's presence says goodbye on a socket that the browser has closed with the page. */
const goodbye = /WebSocket is already in CLOSING or CLOSED state/;

type Office = {
  context: BrowserContext;
  lasting: Page;
  session: Cookie[];
  complaints: string[];
};

/**
 * `test` at an editor's own computer: logged in once a file, and the browser has the Studio's scripts from the test before,
 * since one small page of the site is open all the time.
 *
 * `page` and `desk` are a new window; cookies and storage of the last one are gone. Nothing is open yet.
 */
export const test = base
  .extend(
    "office",
    { scope: "file" },
    async ({ browser, site }, { onCleanup }): Promise<Office> => {
      const context = await browser.newContext({ baseURL: site.url, locale: "zh-CN" });
      onCleanup(() => context.close());
      const complaints: string[] = [];
      const page = await context.newPage();
      await new StudioDesk(page).logIn(site);
      await page.evaluate(() => localStorage.clear());
      await page.goto("/api/health");
      observe(context, site.url, complaints);
      return { context, lasting: page, complaints, session: await context.cookies() };
    },
  )
  .extend("page", async ({ office, expectedErrors }, { onCleanup }): Promise<Page> => {
    const { context, lasting, complaints, session } = office;
    expectedErrors.push(goodbye);
    complaints.length = 0;
    await context.clearCookies();
    await context.addCookies(session);
    const page = await context.newPage();
    onCleanup(async () => {
      if (!page.isClosed() && page.url() !== "about:blank")
        await page.evaluate(() => localStorage.clear());
      const windows = context.pages().filter((open) => open !== lasting);
      await Promise.all(windows.map((open) => open.close()));
      refuseComplaints(complaints, expectedErrors);
    });
    return page;
  })
  .extend("desk", ({ page }): StudioDesk => new StudioDesk(page));
