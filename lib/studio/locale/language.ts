import type { Script } from "@/lib/zh/variants";

import { sayIn } from "./say";

const key = "yiwen-studio-language";

/** The interface language that the editor chose in this browser. */
export const storedLanguage = (): string => window.localStorage.getItem(key) ?? "zh-Hans";

export const storeLanguage = (language: string): void => window.localStorage.setItem(key, language);

/** The script of the interface. */
export const scriptHere = (): Script => (storedLanguage() === "zh-Hant" ? "zh-Hant" : "zh-Hans");

/** Say an interface text where no component is: in the language chosen in this browser. */
export const sayHere = (text: string): string =>
  sayIn(text, typeof window === "undefined" ? "zh-Hans" : storedLanguage());

const texts = new Set(["title", "description"]);

/**
 * Say every title and description of a schema in a language.
 *
 * Sanity translates its own interface but not a schema's words, so they are said before it is built.
 * Only plain objects and arrays are looked into: components and functions stay what they are.
 */
export function saidIn<T>(value: T, language: string): T;
export function saidIn(value: unknown, language: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => saidIn(item, language));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      texts.has(name) && typeof field === "string"
        ? sayIn(field, language)
        : saidIn(field, language),
    ]),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
