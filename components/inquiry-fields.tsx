import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { longest, type Typed } from "@/lib/content/inquiry/form";
import type { InquiryForm } from "@/lib/content/inquiry/hand-out";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Form = Pick<InquiryForm, "faults">;
type Name = keyof Typed;

/** What ties a control to its label, its hint and what is wrong with it. */
export function describedBy({ faults }: Form, name: Name, hasHint = false) {
  const isWrong = faults[name] !== undefined;
  const ids = [...(isWrong ? [`${name}-fault`] : []), ...(hasHint ? [`${name}-hint`] : [])];
  return {
    id: name,
    name,
    ...(isWrong ? { "aria-invalid": true } : {}),
    ...(ids.length > 0 ? { "aria-describedby": ids.join(" ") } : {}),
  };
}

type FrameProps = {
  form: Form;
  name: Exclude<Name, "consent">;
  hint?: string;
  children: ReactNode;
};

/** A question: its name, its hint, what is wrong with the answer, and where to type. */
export function FieldFrame({ form, name, hint, children }: FrameProps) {
  const t = useTranslations("inquiry");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={name} className="font-bold">
        {t(name)}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      <FaultLine form={form} name={name} />
      {children}
    </div>
  );
}

function FaultLine({ form, name }: { form: Form; name: Name }) {
  const fault = useFault(form, name);
  if (fault === null) return null;
  return (
    <p id={`${name}-fault`} className="text-accent text-sm font-bold">
      {fault}
    </p>
  );
}

/** What is wrong with a field, in words; `null` when nothing is. */
export function useFault({ faults }: Form, name: Name): string | null {
  const t = useTranslations("inquiry.fault");
  const fault = faults[name];
  if (fault === undefined) return null;
  const count = name === "consent" ? "" : String(longest[name]);
  return t(fault, { count });
}

type ConsentProps = { form: InquiryForm; locale: Locale };

export function Consent({ form, locale }: ConsentProps) {
  const t = useTranslations("inquiry");
  return (
    <div className="flex flex-col gap-1">
      <FaultLine form={form} name="consent" />
      <div className="flex items-start gap-3">
        <input
          {...describedBy(form, "consent")}
          type="checkbox"
          value="yes"
          required
          defaultChecked={form.typed.consent}
          className="accent-accent mt-1 size-6 shrink-0"
        />
        <label htmlFor="consent">{t("consent")}</label>
      </div>
      {form.hasPrivacyPage && (
        <p className="pl-9 text-sm">
          <a
            href={localise(locale, "/privacy")}
            target="_blank"
            className="tap text-accent underline"
          >
            {t("privacy")}
          </a>
        </p>
      )}
    </div>
  );
}

/** A field that no person sees or reaches; only a program fills it in. */
export function Trap() {
  const t = useTranslations("inquiry");
  return (
    <div className="sr-only" aria-hidden="true">
      <label htmlFor="topic">{t("leaveEmpty")}</label>
      <input id="topic" name="topic" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
