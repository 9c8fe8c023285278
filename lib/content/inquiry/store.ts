import { createHash } from "node:crypto";

import { writingClient } from "@/lib/content/client";
import type { Typed } from "@/lib/content/inquiry/form";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

/** A message as the company gets it. */
export type Inquiry = Omit<Typed, "consent"> & {
  id: string;
  locale: Locale;
  /** The page it is about, without locale. */
  from: string | null;
  consentAt: string;
  consentVersion: string;
};

/**
 * Name a message by the form it was typed into and by what it says.
 *
 * Sent twice by an impatient finger it is one document; changed and sent again it is another.
 */
export function inquiryId(formId: string, { name, phone, message }: Typed): string {
  const hex = createHash("sha256")
    .update(JSON.stringify([formId, name, phone, message]))
    .digest("hex");
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `inquiry.${[...uuid, hex.slice(20, 32)].join("-")}`;
}

/** Write a message into the CMS, where its dotted id keeps it from everybody without a token. */
export async function storeInquiry({ id, from, ...inquiry }: Inquiry): Promise<void> {
  await writingClient().createIfNotExists({
    _id: id,
    _type: "inquiry",
    ...inquiry,
    ...(from === null ? {} : { sourceUrl: localise(inquiry.locale, from) }),
    status: "new",
  });
}
