import { useTranslations } from "next-intl";

import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = {
  locale: Locale;
  /** The page to go on with, without locale. */
  path: string;
  className: string;
};

/** The address of a page as a QR code, to go on reading on a phone; on a phone there is none. */
export function ScanCode({ locale, path, className }: Props) {
  const t = useTranslations("article");
  const qr = new URLSearchParams({ path: localise(locale, path) });
  return (
    <details className="qr">
      <summary className={className}>{t("scan")}</summary>
      {/* oxlint-disable-next-line nextjs/no-img-element -- next/image needs scripts */}
      <img
        src={`/api/qr?${qr}`}
        alt={t("scanAlt")}
        width={160}
        height={160}
        loading="lazy"
        className="mt-3"
      />
    </details>
  );
}
