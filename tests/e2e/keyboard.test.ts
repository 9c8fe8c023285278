import type { Page } from "playwright-core";

import { describe, expect, test } from "./browser.ts";
import { pagesOf, states } from "./kinds-of-page.ts";

type Stop = { name: string; isMarked: boolean; isInTheOpen: boolean };

/** Number everything that a keyboard should reach; answers how many there are. */
function numberStops(): number {
  const selector =
    "a[href], button:not([disabled]), input, select, textarea, summary, video[controls], [tabindex]";
  const stops = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
  );
  for (const [index, element] of stops.entries()) element.dataset["stop"] = String(index);
  return stops.length;
}

declare global {
  interface Window {
    stops?: Map<string, Stop>;
  }
}

/** Note of each numbered element, at the moment it gets the focus, whether one sees it. */
function watchFocus(): void {
  const seen = new Map<string, Stop>();
  window.stops = seen;
  document.addEventListener("focusin", ({ target: element }) => {
    if (!(element instanceof HTMLElement) || element.dataset["stop"] === undefined) return;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    // A link of several lines has a part on each, and a large field may reach out of the window.
    const [box = new DOMRect()] = element.getClientRects();
    const inset = Math.min(20, box.height / 2);
    const above = [box.top + inset, box.bottom - inset].map((y) =>
      document.elementFromPoint(box.x + box.width / 2, y),
    );
    seen.set(element.dataset["stop"], {
      name: `${element.localName} ${element.textContent.trim().slice(0, 20)}`,
      isMarked: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      isInTheOpen: above.some((part) => part && (element.contains(part) || part.contains(element))),
    });
  });
}

const seenStops = (): Stop[] => Array.from(window.stops?.values() ?? []);

async function walk(page: Page): Promise<{ expected: number; stops: Stop[] }> {
  const expected = await page.evaluate(numberStops);
  await page.evaluate(watchFocus);
  let stops: Stop[] = [];
  // A film's own controls take several steps.
  for (let round = 0; round < 5 && stops.length < expected; round += 1) {
    const steps = round === 0 ? expected : 5;
    for (let step = 0; step < steps; step += 1) await page.keyboard.press("Tab");
    stops = await page.evaluate(seenStops);
  }
  return { expected, stops };
}

async function examine(page: Page, where: string): Promise<void> {
  const { expected, stops } = await walk(page);
  expect(stops.length, `stops reached: ${where}`).toBe(expected);
  const poor = stops.filter(({ isMarked, isInTheOpen }) => !(isMarked && isInTheOpen));
  expect(poor, where).toEqual([]);
}

describe("a keyboard", () => {
  test.for([390, 1280])(
    "reaches everything at %i px, and one sees where it is",
    async (width, { openContext, site }) => {
      const viewport = { width, height: 800 };
      const context = await openContext({ viewport, reducedMotion: "reduce" });
      const page = await context.newPage();
      for (const path of await pagesOf(site)) {
        await page.goto(`/zh-Hans${path}`);
        await examine(page, path);
      }
      for (const [name, open] of Object.entries(states)) {
        await open(page);
        // Afresh from the top: opening it has moved the focus.
        await page.evaluate(() => {
          document.body.tabIndex = -1;
          document.body.focus();
        });
        await examine(page, name);
      }
    },
  );

  test("comes first to a way past the masthead, on every kind of page", async ({ page, site }) => {
    for (const path of await pagesOf(site)) {
      await page.goto(`/zh-Hant${path}`);
      await page.keyboard.press("Tab");
      const skip = page.locator(":focus");
      expect(await skip.getAttribute("href"), path).toBe("#main");
      expect(await skip.isVisible(), path).toBe(true);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const isPast = await page.evaluate(() => {
        const main = document.querySelector("main");
        const place = main?.compareDocumentPosition(document.activeElement ?? document) ?? 0;
        return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      });
      expect(isPast, path).toBe(true);
    }
  });
});
