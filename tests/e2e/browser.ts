import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { inject, test as base } from "vitest";

import { sharedBrowser } from "./launch-browser.ts";

export { describe, expect } from "vitest";

const screenshots = resolve(import.meta.dirname, "../../.artifacts/screenshots");

/**
 * `test` with a real browser.
 *
 * A test fails when a page logs an error, throws, or asks another host for anything. A test that provokes an
 * error says so first: `expectedErrors.push(/404/)`.
 */
export const test = base
  .extend("site", { scope: "worker" }, () => inject("site"))
  .extend("browser", { scope: "worker" }, () => sharedBrowser())
  .extend("expectedErrors", (): RegExp[] => [])
  .extend("openContext", async ({ browser, site, expectedErrors }, { onCleanup }) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()));
      refuseComplaints(complaints, expectedErrors);
    });
    /** A visitor of his own: `await openContext({ javaScriptEnabled: false })`. */
    return async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
      const baseURL = options.baseURL ?? site.url;
      const context = await browser.newContext({
        locale: "zh-CN",
        extraHTTPHeaders: { "x-forwarded-for": newAddress() },
        ...options,
        baseURL,
      });
      observe(context, baseURL, complaints);
      contexts.push(context);
      return context;
    };
  })
  .extend("page", async ({ openContext }): Promise<Page> => (await openContext()).newPage());

/** How long a page may take over anything, in ms: on a machine that does other work as well, slow is not wrong. */
const patience = 60_000;

/** What a visitor may do is counted by address. */
function newAddress(): string {
  return `10.${Array.from(crypto.getRandomValues(new Uint8Array(3))).join(".")}`;
}

/** With `SCREENSHOTS=on`, keep a picture for whoever looks at the run: `.artifacts/screenshots/<name>.png`. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (process.env["SCREENSHOTS"] !== "on") return;
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}

/** Note what the pages of a context do that no page of ours should do. */
export function observe(context: BrowserContext, url: string, complaints: string[]): void {
  const { host } = new URL(url);
  context.setDefaultTimeout(patience);
  context.on("console", (message) => {
    if (message.type() === "error")
      complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(`thrown: ${error.error().message}`));
  context.on("request", (request) => {
    const asked = new URL(request.url());
    const isLocal = ["data:", "blob:", "about:"].includes(asked.protocol) || asked.host === host;
    if (!isLocal) complaints.push(`another host: ${request.url()}`);
  });
}

/** @throws when there is a complaint that no pattern expects. */
export function refuseComplaints(complaints: readonly string[], expected: readonly RegExp[]): void {
  const unexpected = complaints.filter(
    (complaint) => !expected.some((pattern) => pattern.test(complaint)),
  );
  if (unexpected.length > 0) throw new Error(`A page complained:\n${unexpected.join("\n")}`);
}
