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

/** A list whose malformed members are left out, each with one line in the log. What is no list counts as empty. */
export function membersOf<T>(schema: z.ZodType<T>, what: string) {
  return z
    .array(z.unknown())
    .nullish()
    .catch(({ value }) => {
      warn(`found ${kindOf(value)} where a list should be, each of it a ${what}`);
      return null;
    })
    .transform((members) => (members ?? []).flatMap((member) => readMember(schema, member, what)));
}

/** A document that is read by itself; the log names it with whatever is malformed in it. */
export function documentOf<T>(schema: z.ZodType<T>, what: string) {
  return z.unknown().transform((document, context) => {
    const read = readDocument(schema, document, what);
    if (read.success) return read.data;
    context.addIssue(`${what}${nameOf(document)}: ${reasonOf(read.error)}`);
    return z.NEVER;
  });
}

/** Which document is being read: parsing is synchronous, so there is one at a time. */
let place = "";

function warn(line: string): void {
  console.warn(`content:${place} ${line}`);
}

function readMember<T>(schema: z.ZodType<T>, member: unknown, what: string): T[] {
  const isDocument = namedSchema.safeParse(member).data?._id !== undefined;
  const read = isDocument
    ? readDocument(schema, member, what)
    : readNoting(schema, member, ` of the ${what}${nameOf(member)}`);
  if (read.success) return [read.data];
  warn(`left out a malformed ${what}${nameOf(member)}: ${reasonOf(read.error)}`);
  return [];
}

function readDocument<T>(schema: z.ZodType<T>, document: unknown, what: string) {
  const outer = place;
  place = ` in the ${what}${nameOf(document)}:`;
  try {
    return readNoting(schema, document, "");
  } finally {
    place = outer;
  }
}

/** Read, and say which fields were there and count as missing, because they are not what they should be. */
function readNoting<T>(schema: z.ZodType<T>, raw: unknown, of: string) {
  const read = schema.safeParse(raw);
  if (read.success)
    for (const { path, value } of lostFields(raw, read.data))
      warn(`left out the malformed ${path}${of}, ${kindOf(value)}`);
  return read;
}

type Lost = { path: string; value: unknown };

function lostFields(raw: unknown, read: unknown): Lost[] {
  if (!isRecord(raw) || !isRecord(read)) return [];
  return Object.entries(read).flatMap(([key, value]) => {
    const given = raw[key];
    if (value === null) return isBlank(given) ? [] : [{ path: key, value: given }];
    return lostFields(given, value).map((lost) => ({
      path: `${key}.${lost.path}`,
      value: lost.value,
    }));
  });
}

/** Whether an editor left a field empty; Sanity notes the kind of an object even then. */
function isBlank(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  if (!isRecord(value)) return value == null;
  return Object.entries(value).every(([key, part]) => key.startsWith("_") || isBlank(part));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

const maybeName = z.string().optional().catch(undefined);
const namedSchema = z.object({
  _id: maybeName,
  _key: maybeName,
  _type: maybeName,
  slug: maybeName,
});

function nameOf(member: unknown): string {
  const { data } = namedSchema.safeParse(member);
  if (data === undefined) return "";
  const { _type, _id, _key, slug } = data;
  const names = [_type, _id ?? _key, _id === undefined ? undefined : slug].filter(Boolean);
  return names.length === 0 ? "" : ` (${names.join(" ")})`;
}

function reasonOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => [path.join("."), message].filter(Boolean).join(" "))
    .join("; ");
}
