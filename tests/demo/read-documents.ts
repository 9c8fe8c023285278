import { z } from "zod";

const fieldsSchema = z.record(z.string(), z.unknown());

function fieldsOf(value: unknown): Record<string, unknown>[] {
  const { success, data } = fieldsSchema.safeParse(value);
  return success && !Array.isArray(value) ? [data] : [];
}

/** Every object inside a value, the value itself too. */
export function objects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== "object" || value === null) return [];
  const own = fieldsSchema.parse(value);
  return [own, ...Object.values(own).flatMap(objects)];
}

/** Every array inside a value, by the objects it holds. */
export function arrays(value: unknown): Record<string, unknown>[][] {
  if (Array.isArray(value)) {
    const members = value.flatMap((member) => fieldsOf(member));
    return [members, ...value.flatMap(arrays)];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(arrays);
}

/** All the strings of a document, spans of one block joined. */
export function wordsOf(value: unknown): string {
  if (typeof value === "string") return `\n${value}`;
  if (Array.isArray(value)) return value.map(wordsOf).join("");
  if (typeof value !== "object" || value === null) return "";
  const fields = fieldsSchema.parse(value);
  if (Array.isArray(fields["children"]))
    return `\n${fields["children"].map((span: unknown) => fieldsSchema.parse(span)["text"]).join("")}`;
  return Object.values(fields).map(wordsOf).join("");
}
