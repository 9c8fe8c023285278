import { findLeaks } from "../../lib/zh/leak.ts";
import { describe, expect, test } from "./browser.ts";
import { lookAt } from "./content-editor.ts";
import { readable } from "./readable.ts";

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
