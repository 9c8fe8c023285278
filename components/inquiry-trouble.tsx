import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useFault } from "@/components/inquiry-fields";
import type { Typed } from "@/lib/content/inquiry/form";
import type { InquiryForm } from "@/lib/content/inquiry/hand-out";

type Props = { form: InquiryForm; hotline: string | null };

const names: readonly (keyof Typed)[] = ["name", "phone", "message", "consent"];

/** Why a message came back: what the site could not do, and each field that has to be mended. */
export function InquiryTrouble({ form, hotline }: Props) {
  const t = useTranslations("inquiry");
  const hasFaults = Object.keys(form.faults).length > 0;
  if (form.trouble === null && !hasFaults) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is wrong is what a page that came back is about
      autoFocus
      className="border-accent bg-sheet mt-6 border-l-3 p-5"
    >
      <TroubleText form={form} hotline={hotline} />
      {hasFaults && (
        <>
          <h2 className="text-base font-bold">{t("summary")}</h2>
          <ul className="list-disc pt-2 pl-5">
            {names.map((name) => (
              <FaultLink key={name} form={form} name={name} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function FaultLink({ form, name }: { form: InquiryForm; name: keyof Typed }) {
  const fault = useFault(form, name);
  if (fault === null) return null;
  return (
    <li>
      <a href={`#${name}`} className="tap text-accent underline">
        {fault}
      </a>
    </li>
  );
}

function TroubleText({ form: { trouble }, hotline }: Props): ReactNode {
  const t = useTranslations("inquiry");
  if (trouble === null) return null;
  if (trouble === "again") return <p>{t("again", { submit: t("submit") })}</p>;
  return (
    <>
      <h2 className="text-base font-bold">{t(trouble)}</h2>
      <p>
        {t(`${trouble}Lead`)}{" "}
        {hotline && (
          <a href={`tel:${hotline}`} className="text-accent font-bold tabular-nums underline">
            {hotline}
          </a>
        )}
      </p>
    </>
  );
}
