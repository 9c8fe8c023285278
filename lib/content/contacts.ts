import { askCached } from "@/lib/content/client";
import { convertFields, converterTo } from "@/lib/content/conversion";
import { membersOf } from "@/lib/content/lenient";
import { contactsQuery } from "@/lib/content/queries";
import { contactSchema, type Contact } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";

/** The people a visitor may turn to, in the order the company gave them. */
export async function listContacts(locale: Locale): Promise<Contact[]> {
  const schema = membersOf(contactSchema, "contact person");
  const contacts = await askCached({ query: contactsQuery, schema }, ["contacts"]);
  const converter = (await converterTo(locale))();
  return contacts.map((contact) =>
    convertFields(converter, contact, ["name", "role", "hours", "region"]),
  );
}

/** The person named, or else the first one: an article is never without somebody to call. */
export async function getContact(id: string | null, locale: Locale): Promise<Contact | null> {
  const contacts = await listContacts(locale);
  return contacts.find(({ _id }) => _id === id) ?? contacts[0] ?? null;
}
