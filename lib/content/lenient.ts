import { z } from "zod";

/** A field that may be missing or malformed without harm: it then counts as `null`. */
export function maybe<T>(schema: z.ZodType<T>) {
  return schema
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);
}

export const maybeText = maybe(z.string().trim().min(1));

/** A moment as ISO 8601 writes it. */
export const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)), "is no date");

export const maybeInstant = maybe(instant);

/** A list whose malformed members are left out, each with one line in the log. */
export function membersOf<T>(schema: z.ZodType<T>, what: string) {
  return z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((members) => (members ?? []).flatMap((member) => readMember(schema, member, what)));
}

function readMember<T>(schema: z.ZodType<T>, member: unknown, what: string): T[] {
  const read = schema.safeParse(member);
  if (read.success) return [read.data];
  console.warn(`content: left out a malformed ${what}${nameOf(member)}: ${reasonOf(read.error)}`);
  return [];
}

const namedSchema = z.object({
  _id: z.string().optional(),
  _key: z.string().optional(),
  _type: z.string().optional(),
});

function nameOf(member: unknown): string {
  const { data } = namedSchema.safeParse(member);
  if (data === undefined) return "";
  return ` (${[data._type, data._id ?? data._key].filter(Boolean).join(" ")})`;
}

function reasonOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
}
