import { useTranslations } from "next-intl";

import { Breadcrumb } from "@/components/breadcrumb";
import { Consent, FieldFrame, Trap, describedBy } from "@/components/inquiry-fields";
import { InquiryTrouble } from "@/components/inquiry-trouble";
import { longest } from "@/lib/content/inquiry/form";
import type { InquiryForm as Form } from "@/lib/content/inquiry/hand-out";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = { form: Form; hotline: string | null; locale: Locale };

/**
 * The form by which a visitor writes to the company.
 *
 * The browser does not judge what is typed (`noValidate`): it would speak its own language, not the page's.
 */
export function InquiryForm({ form, hotline, locale }: Props) {
  const t = useTranslations();
  return (
    <div className="mx-auto max-w-(--container-text)">
      <Breadcrumb
        crumbs={[{ title: t("site.contact"), path: "/contact" }]}
        here={{ title: t("inquiry.title"), path: "/contact/message" }}
        locale={locale}
      />
      <h1 className="pt-4 text-3xl">{t("inquiry.title")}</h1>
      <p className="text-muted pt-2">{t("inquiry.lead")}</p>
      <InquiryTrouble form={form} hotline={hotline} />
      <form method="post" action="/api/inquiries" noValidate className="flex flex-col gap-6 pt-6">
        <About form={form} locale={locale} />
        <Unseen form={form} locale={locale} />
        <Questions form={form} />
        <Consent form={form} locale={locale} />
        <proof-of-work data-challenge={form.challenge} data-working={t("inquiry.working")}>
          <button type="submit" className="button w-full sm:w-auto">
            {t("inquiry.submit")}
          </button>
        </proof-of-work>
      </form>
    </div>
  );
}

function About({ form: { source }, locale }: Pick<Props, "form" | "locale">) {
  const t = useTranslations("inquiry");
  if (source?.title == null) return null;
  return (
    <p className="border-accent border-l-3 pl-4">
      <a href={localise(locale, source.path)} className="hover:underline">
        {t("about", { title: source.title })}
      </a>
    </p>
  );
}

function Unseen({ form, locale }: Pick<Props, "form" | "locale">) {
  const values = {
    locale,
    stamp: form.stamp,
    from: form.source?.path ?? "",
    draft: form.draft ?? "",
  };
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Trap />
    </>
  );
}

function Questions({ form }: Pick<Props, "form">) {
  const t = useTranslations("inquiry");
  const { typed } = form;
  return (
    <>
      <FieldFrame form={form} name="name">
        <input
          {...describedBy(form, "name")}
          className="field"
          type="text"
          required
          autoComplete="name"
          maxLength={longest.name}
          defaultValue={typed.name}
        />
      </FieldFrame>
      <FieldFrame form={form} name="phone" hint={t("phoneHint")}>
        <input
          {...describedBy(form, "phone", true)}
          className="field"
          type="tel"
          required
          autoComplete="tel"
          maxLength={longest.phone}
          defaultValue={typed.phone}
        />
      </FieldFrame>
      <FieldFrame
        form={form}
        name="message"
        hint={t("messageHint", { count: String(longest.message) })}
      >
        <textarea
          {...describedBy(form, "message", true)}
          className="field"
          required
          rows={7}
          maxLength={longest.message}
          defaultValue={typed.message}
        />
      </FieldFrame>
    </>
  );
}
