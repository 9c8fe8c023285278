import { describe, expect, it } from "vitest";

import { documents } from "../../demo/documents.ts";
import { createConverter } from "../../lib/zh/converter.ts";
import { findLeaks } from "../../lib/zh/leak.ts";
import { proseOf } from "../../lib/zh/portable-text.ts";

type Body = { _type: string; title?: unknown; body?: unknown };

const articles: Body[] = documents(new Date("2026-06-01T00:00:00Z")).filter(
  ({ _type }) => _type === "article" || _type === "page",
);

describe("the demo", () => {
  it.each(["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"] as const)(
    "shows no character of the other script at %s",
    (to) => {
      const { convertPortableText, convertText } = createConverter({ from: "auto", to });
      const shown = articles.map(
        ({ title, body }) => convertText(String(title)) + proseOf(convertPortableText(body ?? [])),
      );
      expect(shown.length).toBeGreaterThan(0);
      expect(
        shown
          .flatMap((text) => findLeaks(text, to))
          .map(({ character, context }) => `${character} in ${context}`),
      ).toEqual([]);
    },
  );
});
