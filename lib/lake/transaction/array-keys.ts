import { randomBytes } from "node:crypto";

import { isRecord } from "#lake/document.ts";

/** Give every object in an array a `_key`, as `autoGenerateArrayKeys=true` asks. */
export function addArrayKeys<T>(value: T): T;
export function addArrayKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withKey(addArrayKeys(item)));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, addArrayKeys(item)]));
}

function withKey(item: unknown): unknown {
  if (!isRecord(item) || typeof item["_key"] === "string") return item;
  return { ...item, _key: randomBytes(6).toString("hex") };
}
