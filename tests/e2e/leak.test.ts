import { findLeaks } from "../../lib/zh/leak.ts";
import { describe, expect, test } from "./browser.ts";
import { lookAt } from "./content-editor.ts";

/** What says its own script is meant to: the switch, captions' labels, a quotation marked with `lang`. */
const inItsOwnScript = /<(\w+)[^>]*\slang="zh-Han[st]"[^>]*>[\s\S]*?<\/\1>|<track[^>]*>/g;
const spoken = /\s(?:alt|title|aria-label|placeholder|content|value)="([^"]*)"/g;

/** Everything of a page that a reader, a screen reader or a search engine reads. */
function readable(html: string): string {
  const own = html.replace(/<html[^>]*>/, "").replaceAll(inItsOwnScript, "");
  const attributes = Array.from(own.matchAll(spoken), ([, value]) => value);
  const text = own.replaceAll(/<style[\s\S]*?<\/style>/g, "").replaceAll(/<[^>]*>/g, " ");
  return [text, ...attributes].join("\n");
}

async function addressesOf(sitemap: string): Promise<string[]> {
  const { text } = await lookAt(sitemap);
  return Array.from(text.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address]) => address ?? "");
}

describe("every page of the sitemap", () => {
  test("holds no character of the other script", async ({ site }) => {
    const parts = await addressesOf(`${site.url}/sitemap.xml`);
    const addresses = (await Promise.all(parts.map(addressesOf))).flat();
    expect(addresses.length).toBeGreaterThan(70);
    for (const address of addresses) {
      const { text } = await lookAt(address);
      const script = address.includes("/zh-Hant") ? "zh-Hant" : "zh-Hans";
      const leaks = findLeaks(readable(text), script).map(({ context }) => context);
      expect(leaks, address).toEqual([]);
    }
  });
});
