import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";

import { Picture } from "@/components/picture";
import { notEditable, type Edit } from "@/components/preview/editing";
import type { Contact } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = {
  contact: Contact;
  locale: Locale;
  /** The page, without locale, about which a visitor may write from here. */
  about?: string;
  edit?: Edit;
};

/** One person to turn to: every number can be called, and kept in an address book. */
export function ContactCard({ contact, locale, about, edit = notEditable }: Props) {
  const t = useTranslations("contact");
  const { _id, name, role, wechatQr } = contact;
  return (
    <article id={_id} className="border-rule bg-sheet flex flex-wrap gap-6 border p-4 sm:p-6">
      <div className="min-w-[min(14rem,100%)] grow">
        <h3 className="text-lg" {...edit("name")}>
          {name} {role && <span className="text-muted font-sans text-sm font-normal">{role}</span>}
        </h3>
        <ContactLines contact={contact} edit={edit} />
        <p className="no-print flex flex-wrap gap-3 pt-3">
          {about && <AskLink about={about} locale={locale} />}
          <a
            href={vcardHref(contact, locale)}
            className="button button-quiet button-small"
            download
          >
            {t("vcard")}
          </a>
        </p>
      </div>
      {wechatQr && (
        <div className="w-28" {...edit("wechatQr")}>
          <Picture
            picture={{ ...wechatQr, alt: t("wechatQrAlt", { name }) }}
            sizes="112px"
            className="border-rule border"
          />
        </div>
      )}
    </article>
  );
}

function AskLink({ about, locale }: { about: string; locale: Locale }) {
  const t = useTranslations("article");
  const query = new URLSearchParams({ from: about });
  return (
    <a
      href={`${localise(locale, "/contact/message")}?${query}`}
      rel="nofollow"
      className="button button-small"
    >
      {t("ask")}
    </a>
  );
}

function vcardHref({ _id }: Contact, locale: Locale): string {
  return `/api/vcard/${encodeURIComponent(_id)}?script=${locale}`;
}

function ContactLines({ contact, edit }: { contact: Contact; edit: Edit }) {
  const t = useTranslations("contact");
  const { tel, mobile, email, wechatId, hours, region } = contact;
  return (
    <dl className="mt-2 grid grid-cols-[auto_1fr] items-baseline gap-x-4 text-sm max-sm:gap-x-3">
      <Line name={t("tel")} mark={edit("tel")}>
        {tel && <Call number={tel} name={t("tel")} />}
      </Line>
      <Line name={t("mobile")} mark={edit("mobile")}>
        {mobile && <Call number={mobile} name={t("mobile")} />}
      </Line>
      <Line name={t("wechat")} mark={edit("wechatId")}>
        {wechatId && (
          <>
            {wechatId}
            <Copy text={wechatId} name={t("wechat")} />
          </>
        )}
      </Line>
      <Line name={t("email")} mark={edit("email")}>
        {email && (
          <>
            <a href={`mailto:${email}`} className="tap">
              <EmailAddress email={email} />
            </a>
            <Copy text={email} name={t("email")} />
          </>
        )}
      </Line>
      <Line name={t("hours")} mark={edit("hours")}>
        {hours}
      </Line>
      <Line name={t("region")} mark={edit("region")}>
        {region}
      </Line>
    </dl>
  );
}

/** A long one ends its line before the `@`. It is one piece of a line, or the parts would be laid out side by side. */
function EmailAddress({ email }: { email: string }) {
  const [name = "", ...hosts] = email.split("@");
  return (
    <span>
      {name}
      {hosts.map((host) => (
        <Fragment key={host}>
          <wbr />@{host}
        </Fragment>
      ))}
    </span>
  );
}

type LineProps = { name: string; mark: ReturnType<Edit>; children: ReactNode };

function Line({ name, mark, children }: LineProps) {
  if (!children) return null;
  return (
    <>
      <dt className="text-muted py-1">{name}</dt>
      <dd className="flex items-center gap-x-2 tabular-nums sm:py-0.5" {...mark}>
        {children}
      </dd>
    </>
  );
}

function Call({ number, name }: { number: string; name: string }) {
  return (
    <>
      <a href={`tel:${number.replaceAll(/[^\d+]/g, "")}`} className="tap font-bold">
        {number}
      </a>
      <Copy text={number} name={name} />
    </>
  );
}

function Copy({ text, name }: { text: string; name: string }) {
  const t = useTranslations("contact");
  return (
    <copy-text data-text={text} data-about={name} data-copy={t("copy")} data-copied={t("copied")} />
  );
}
