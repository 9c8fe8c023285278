import { z } from "zod";

type Range = { least: number; most?: number; example: number };

/** A whole number, which an environment holds as text. */
export function wholeNumber({ least, most = Number.MAX_SAFE_INTEGER, example }: Range) {
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
  return z
    .string()
    .refine((text) => {
      const number = text.trim() === "" ? Number.NaN : Number(text);
      return Number.isInteger(number) && number >= least && number <= most;
    }, `must be a whole number, ${range}, like ${example}`)
    .transform(Number);
}

/** An address with one of these protocols in front; it is never repeated in the complaint, it may hold a password. */
export function address(protocols: readonly string[], example: string) {
  return z
    .string()
    .refine(
      (text) => protocols.some((name) => text.startsWith(`${name}://`)) && URL.canParse(text),
      `must be an address like ${example}`,
    );
}

/** Where a site is: every path below it belongs to the site, so that it can have none of its own. */
export const siteAddress = address(["http", "https"], "https://www.example.com")
  .transform((text) => text.replace(/\/+$/, ""))
  .refine((text) => {
    const { origin, username, password, href } = new URL(text);
    return username === "" && password === "" && href === `${origin}/`;
  }, "must be the site's address alone, like https://www.example.com, with no path, question mark or password");

/** One sentence for each variable that does not fit, by its name. */
export function faultsIn(error: z.ZodError): Map<string, string> {
  return new Map(
    error.issues.map(({ path: [name], message }) => [String(name), `${String(name)} ${message}`]),
  );
}
