import type { Browser, BrowserContext, Cookie, Page } from "playwright-core";

import { observe, refuseComplaints, test as base } from "./browser.ts";
import type { RunningSite } from "./site-process.ts";
import { StudioDesk } from "./studio-desk.ts";

export { describe, expect, keepScreenshot } from "./browser.ts";

/** Sanity's presence says goodbye on a socket that the browser has closed with the page. */
const goodbye = /WebSocket is already in CLOSING or CLOSED state/;

type Office = {
  context: BrowserContext;
  lasting: Page;
  /** The window of the test before, with the Studio open in it. */
  window: Page | null;
  session: Cookie[];
  complaints: string[];
};

let opened: Promise<Office> | undefined;

async function openOffice(browser: Browser, site: RunningSite): Promise<Office> {
  const context = await browser.newContext({ baseURL: site.url, locale: "zh-CN" });
  const complaints: string[] = [];
  const window = await context.newPage();
  const lasting = await context.newPage();
  await lasting.goto("/api/health");
  await new StudioDesk(window).logIn(site);
  observe(context, site.url, complaints);
  return { context, lasting, window, complaints, session: await context.cookies() };
}

/**
 * `test` at an editor's own computer: logged in once for all files, and the window stays open from test to
 * test, since loading the Studio takes longer than most of what is done in it. One small page of the site is open all
 * the time, so that even a new window has the Studio's scripts.
 *
 * `page` and `desk` are that window; cookies and storage of the test before are gone. Where it stands is not said: a test
 * begins with `desk.enter`, `open`, `create` or `go`. After a failure, or in another language, the window is a new one.
 */
export const test = base
  .extend("office", ({ browser, site }): Promise<Office> => {
    opened ??= openOffice(browser, site).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  })
  .extend("page", async ({ office, expectedErrors, task }, { onCleanup }): Promise<Page> => {
    const { context, lasting, complaints, session } = office;
    expectedErrors.push(goodbye);
    complaints.length = 0;
    // A test that failed may have left its language.
    await lasting.evaluate(() => localStorage.clear());
    await restoreCookies(context, session);
    const page = office.window ?? (await context.newPage());
    onCleanup(async () => {
      const isReusable = task.result?.state !== "fail" && (await tidy(page).catch(() => false));
      office.window = isReusable ? page : null;
      const done = context.pages().filter((open) => open !== lasting && open !== office.window);
      await Promise.all(done.map((open) => open.close()));
      refuseComplaints(complaints, expectedErrors);
    });
    return page;
  })
  .extend("desk", ({ page }): StudioDesk => new StudioDesk(page));

/** The session stays in place all the while, since the open window may ask for something at any moment. */
async function restoreCookies(context: BrowserContext, session: readonly Cookie[]): Promise<void> {
  await context.addCookies(session);
  const kept = new Set(session.map(({ name }) => name));
  const names = (await context.cookies()).map(({ name }) => name);
  for (const name of names) if (!kept.has(name)) await context.clearCookies({ name });
}

/** Take away what a test left in its window; whether the next one may have it. */
async function tidy(page: Page): Promise<boolean> {
  if (page.isClosed() || !page.url().includes("/studio")) return false;
  await page.unrouteAll({ behavior: "wait" });
  // The search of the whole Studio stays open otherwise, wherever one goes.
  await page.keyboard.press("Escape");
  await new StudioDesk(page).leave();
  await page.evaluate(() => sessionStorage.clear());
  const isSimplified = await page.getByText("网站设置").count();
  return isSimplified > 0 && (await page.getByRole("dialog").count()) === 0;
}
