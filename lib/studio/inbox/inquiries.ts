import { z } from "zod";

import { inquiryStatuses } from "@/lib/studio/schema/inquiry-statuses";
import { fold } from "@/lib/zh/fold";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

const noteSchema = z.object({ _key: z.string(), text, by: text, name: text, at: text });

const inquirySchema = z.object({
  _id: z.string(),
  _createdAt: z.string(),
  name: text,
  phone: text,
  message: text,
  sourceUrl: text,
  locale: text,
  consentAt: text,
  consentVersion: text,
  status: z
    .string()
    .nullish()
    .transform((value) => value ?? "new"),
  readAt: text,
  assignee: z
    .object({ id: z.string(), name: text })
    .nullish()
    .transform((value) => value ?? null),
  notes: z.array(noteSchema).catch([]),
});

/** A visitor's message as the inbox shows it: empty strings for what is not there; times in ISO 8601, UTC. */
export type Inquiry = z.infer<typeof inquirySchema>;
export type Note = z.infer<typeof noteSchema>;
export type Assignee = NonNullable<Inquiry["assignee"]>;

export const parseInquiries = (value: unknown): Inquiry[] => z.array(inquirySchema).parse(value);

/** What the inbox is narrowed to; an empty string leaves that question open. Days are `YYYY-MM-DD` in Shanghai. */
export type Filter = {
  status: string;
  assignee: string;
  words: string;
  from: string;
  to: string;
  isUnreadOnly: boolean;
};

export const everything: Filter = {
  status: "",
  assignee: "",
  words: "",
  from: "",
  to: "",
  isUnreadOnly: false,
};

/** The choice of those that nobody has been given. */
export const nobody = "-";

const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short" });
const moment = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** Say a time as the company's clock shows it, `2026-11-19 14:12`; empty for none. */
export const momentOf = (iso: string): string => (iso === "" ? "" : moment.format(new Date(iso)));

export const statusTitle = (status: string): string =>
  inquiryStatuses.find(({ value }) => value === status)?.title ?? status;

/** Keep the messages that a filter asks for, in their order. Several words must all be found, in whichever script. */
export function filterInquiries(inquiries: readonly Inquiry[], filter: Filter): Inquiry[] {
  const words = filter.words
    .split(/\s+/)
    .map((word) => fold(word).key)
    .filter(Boolean);
  return inquiries.filter(
    (inquiry) =>
      isIn(filter.status, inquiry.status) &&
      isIn(filter.assignee, inquiry.assignee?.id ?? nobody) &&
      arrivedWithin(filter, inquiry) &&
      !(filter.isUnreadOnly && inquiry.readAt !== "") &&
      words.every((word) => wordsOf(inquiry).includes(word)),
  );
}

const isIn = (wanted: string, value: string): boolean => wanted === "" || wanted === value;

function arrivedWithin({ from, to }: Filter, { _createdAt }: Inquiry): boolean {
  const arrived = day.format(new Date(_createdAt));
  return (from === "" || arrived >= from) && (to === "" || arrived <= to);
}

/** A message is asked at every letter of a search; a changed one is another object. */
const folded = new WeakMap<Inquiry, string>();

function wordsOf(inquiry: Inquiry): string {
  const known = folded.get(inquiry);
  if (known !== undefined) return known;
  const { name, phone, message, sourceUrl, notes } = inquiry;
  // A number is found with and without its hyphens.
  const digits = phone.replaceAll(/\D/g, "");
  const said = [name, phone, message, sourceUrl, ...notes.map(({ text: note }) => note), digits];
  const { key } = fold(said.join("\n"));
  folded.set(inquiry, key);
  return key;
}
