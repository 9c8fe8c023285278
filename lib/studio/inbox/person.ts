import type { Inquiry } from "./inquiries.ts";

/** How a person is looked for: a phone number by its digits, or an e-mail address. */
export type Person = { kind: "phone"; digits: string } | { kind: "email"; address: string };

const shortestNumber = 7;
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Read a phone number or an e-mail address; `null` for anything that could be half the world.
 *
 * A mainland number is the same person with and without +86 or 0086.
 */
export function readPerson(typed: string): Person | null {
  const plain = typed.normalize("NFKC").trim();
  if (address.test(plain)) return { kind: "email", address: plain.toLowerCase() };
  const digits = digitsOf(plain);
  const isNumber = /^[\d\s+().\-–—]+$/.test(plain) && digits.length >= shortestNumber;
  return isNumber ? { kind: "phone", digits } : null;
}

/** Whether a message is a person's, or speaks of this person anywhere: in its fields, its words or its notes. */
export function isOf({ name, phone, message, notes }: Inquiry, person: Person): boolean {
  const said = [name, phone, message, ...notes.map(({ text }) => text)].map((words) =>
    words.normalize("NFKC"),
  );
  if (person.kind === "email")
    return said.some((words) => addressesIn(words).includes(person.address));
  return said.some((words) => numbersIn(words).includes(person.digits));
}

const addressesIn = (words: string): string[] =>
  words.toLowerCase().match(/[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}/g) ?? [];

/** Digits that stand together, at most a space, a hyphen or a bracket between two of them. */
function numbersIn(words: string): string[] {
  const runs = words.match(/\+?\d(?:[\s().\-–—]{0,2}\d)+/g) ?? [];
  return runs.map(digitsOf);
}

function digitsOf(number: string): string {
  const digits = number.replaceAll(/\D/g, "");
  const mobile = /^(?:00)?86(1\d{10})$/.exec(digits);
  return mobile?.[1] ?? digits;
}
