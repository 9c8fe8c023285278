import { useTranslations } from "next-intl";

import { ContactCard } from "@/components/contact-card";
import { Picture } from "@/components/picture";
import { noneEditable, type EditDocument } from "@/components/preview/editing";
import type { Contact } from "@/lib/content/schema";
import type { Site } from "@/lib/content/site";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = {
  site: Site;
  contacts: readonly Contact[];
  locale: Locale;
  editing?: EditDocument;
};

export function ContactPage({ site, contacts, locale, editing = noneEditable }: Props) {
  const t = useTranslations("contact");
  return (
    <>
      <h1 className="pb-6 text-3xl">{t("title")}</h1>
      <Hotline site={site} />
      <WriteToUs locale={locale} />
      <div className="grid gap-10 pt-12 lg:grid-cols-[7fr_5fr]">
        <section aria-labelledby="people">
          <h2 id="people" className="section-title">
            {t("people")}
          </h2>
          <div className="flex flex-col gap-5">
            {contacts.map((contact) => (
              <ContactCard
                key={contact._id}
                contact={contact}
                locale={locale}
                edit={editing("contactPerson", contact._id)}
              />
            ))}
          </div>
        </section>
        <Visit site={site} />
      </div>
    </>
  );
}

function Hotline({ site }: { site: Site }) {
  const t = useTranslations("contact");
  const { hotline, hours } = site.settings;
  if (hotline === null) return null;
  return (
    <p className="bg-sheet flex flex-wrap items-baseline gap-x-6 gap-y-1 p-6">
      <span className="text-muted text-sm">{t("hotline")}</span>
      <a
        href={`tel:${hotline}`}
        className="text-accent font-serif text-3xl font-bold tabular-nums hover:underline"
      >
        {hotline}
      </a>
      {hours && <span className="text-muted text-sm">{hours}</span>}
    </p>
  );
}

function WriteToUs({ locale }: Pick<Props, "locale">) {
  const t = useTranslations("inquiry");
  return (
    <p className="no-print flex flex-wrap items-center gap-x-6 gap-y-2 pt-6">
      <a href={localise(locale, "/contact/message")} rel="nofollow" className="button">
        {t("title")}
      </a>
      <span className="text-muted text-sm">{t("offer")}</span>
    </p>
  );
}

function mapAddress(lat: number, lng: number, name: string): string {
  return `https://uri.amap.com/marker?position=${lng},${lat}&name=${encodeURIComponent(name)}`;
}

function Visit({ site }: Pick<Props, "site">) {
  const t = useTranslations();
  const { legalName, address, email, wechatQr, name } = site.settings;
  return (
    <section aria-labelledby="company">
      <h2 id="company" className="section-title">
        {t("contact.company")}
      </h2>
      <address className="flex flex-col gap-2 not-italic">
        <p className="font-serif text-lg font-bold">{legalName}</p>
        {address && (
          <p>
            <span className="text-muted text-sm">{t("contact.address")}</span> {address.text}
          </p>
        )}
        {address?.lat != null && address.lng != null && (
          <p className="no-print">
            <a
              href={mapAddress(address.lat, address.lng, name)}
              rel="noopener"
              className="button button-quiet"
            >
              {t("contact.map")}
            </a>
          </p>
        )}
        {email && (
          <p>
            <span className="text-muted text-sm">{t("contact.email")}</span>{" "}
            <a href={`mailto:${email}`} className="tap">
              {email}
            </a>
          </p>
        )}
      </address>
      {wechatQr && (
        <figure className="w-40 pt-6">
          <Picture
            picture={{ ...wechatQr, alt: t("site.wechatAlt", { name }) }}
            sizes="160px"
            className="border-rule border"
          />
          <figcaption className="text-muted pt-2 text-center text-xs">
            {t("site.wechat")}
          </figcaption>
        </figure>
      )}
    </section>
  );
}
