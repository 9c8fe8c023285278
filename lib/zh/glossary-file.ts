import type { GlossaryTerm } from "./glossary.ts";
import { type Variant, variants } from "./variants.ts";

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function formsFrom(value: unknown): Partial<Record<Variant, string>> | null {
  if (!isFields(value)) return null;
  const forms: Partial<Record<Variant, string>> = {};
  for (const [name, form] of Object.entries(value)) {
    const variant = variants.find((each) => each === name);
    if (!variant || typeof form !== "string" || form === "") return null;
    forms[variant] = form;
  }
  return Object.keys(forms).length > 0 ? forms : null;
}

/**
 * Read a glossary from parsed JSON: `[{"forms": {"zh-Hans": "郁亮", "zh-Hant": "郁亮"}, "match": "always"}]`.
 *
 * `match` is `always` or `word`, and `always` when it is missing.
 *
 * @throws {RangeError} that names the first term which is none.
 */
export function glossaryFrom(value: unknown): GlossaryTerm[] {
  if (!Array.isArray(value)) throw new RangeError("it must be a list of terms");
  return value.map((each: unknown, index) => {
    const { forms, match = "always" } = isFields(each) ? each : {};
    const read = formsFrom(forms);
    if (!read || (match !== "always" && match !== "word"))
      throw new RangeError(
        `term ${index + 1} must have forms by locale (${variants.join(", ")}) and, if any, match "always" or "word"`,
      );
    return { forms: read, match };
  });
}
