import { z } from "zod";

export const longest = { name: 40, phone: 40, message: 2000 } as const;

const unseen = /[\p{Cc}\p{Cf}]/gu;
const unseenButBreaks = /[^\P{Cc}\n\t]/gu;

const line = z
  .string()
  .catch("")
  .transform((value) => value.replaceAll(unseen, " ").replaceAll(/\s+/g, " ").trim());
const lines = z
  .string()
  .catch("")
  .transform((value) => value.replaceAll(/\r\n?/g, "\n").replaceAll(unseenButBreaks, "").trim());

const fieldsSchema = z.object({
  name: line,
  // Chinese keyboards type full-width digits.
  phone: line.transform((value) => value.normalize("NFKC")),
  message: lines,
  consent: z
    .literal("yes")
    .optional()
    .catch(undefined)
    .transform((value) => value === "yes"),
  topic: line,
  stamp: line,
  altcha: line,
  from: line,
  locale: line,
  draft: line,
});

/** What a form holds, tidied but not yet judged: `topic` is the field that people do not see. */
export type Fields = z.infer<typeof fieldsSchema>;

export type Typed = Pick<Fields, "name" | "phone" | "message" | "consent">;

/** Read a form's `application/x-www-form-urlencoded` body; what is missing is empty. */
export function readFields(body: string): Fields {
  return fieldsSchema.parse(Object.fromEntries(new URLSearchParams(body)));
}

type Fault =
  | "nameMissing"
  | "nameLong"
  | "phoneMissing"
  | "phoneWrong"
  | "messageMissing"
  | "messageLong"
  | "consentMissing";

export type Faults = Partial<Record<keyof Typed, Fault>>;

/** Say what is wrong with what a visitor typed, one thing a field; empty when nothing is. */
export function faultsIn({ name, phone, message, consent }: Typed): Faults {
  const faults: Faults = {};
  if (name === "") faults.name = "nameMissing";
  else if (name.length > longest.name) faults.name = "nameLong";
  if (phone === "") faults.phone = "phoneMissing";
  else if (!isPhone(phone)) faults.phone = "phoneWrong";
  if (message === "") faults.message = "messageMissing";
  else if (message.length > longest.message) faults.message = "messageLong";
  if (!consent) faults.consent = "consentMissing";
  return faults;
}

const phonePattern = /^\+?[\d\s().\-–—]+(?:(?:转|轉|分机|分機|ext\.?|x|#)\s*\d{1,6})?$/i;

/** Whether somebody could be called under it: a mainland, Taiwan or foreign number, an extension too. */
function isPhone(value: string): boolean {
  const digits = value.replaceAll(/\D/g, "").length;
  return value.length <= longest.phone && digits >= 7 && digits <= 20 && phonePattern.test(value);
}
