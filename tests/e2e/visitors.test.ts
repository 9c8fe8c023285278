import { describe, expect, test } from "./browser.ts";
import { findForeignWords } from "./visitors.ts";

describe("what one visitor sends, or an editor has not published", () => {
  test("never reaches another visitor", async ({ site }) => {
    expect(await findForeignWords(site, 5)).toEqual([]);
  });
});
