import { listContacts } from "@/lib/content/contacts";
import { getSite } from "@/lib/content/site";
import { toVcard } from "@/lib/content/vcard";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";

/** A person of the company for the visitor's address book. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/vcard/[id]">,
): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("script");
  const locale = isLocale(asked) ? asked : defaultLocale;
  const { id } = await params;
  const [contacts, site] = await Promise.all([listContacts(locale), getSite(locale)]);
  const contact = contacts.find(({ _id }) => _id === id);
  if (contact === undefined) return new Response(null, { status: 404 });
  return new Response(toVcard(contact, site.settings), {
    headers: {
      "content-type": "text/vcard; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(contact.name)}.vcf`,
    },
  });
}
