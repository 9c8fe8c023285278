import { useTranslations } from "next-intl";

import { DateTime } from "@/components/date-time";

/** Tells a reviewer what this is and how long the link opens. */
export function ReviewBanner({ until }: { until: string }) {
  const t = useTranslations("preview");
  return (
    <aside aria-label={t("review")} className="no-print bg-sheet mb-6 px-5 py-3 text-sm">
      <p className="font-bold">{t("reviewLead")}</p>
      <p className="text-muted">
        {t("until")} <DateTime instant={until} withMinutes className="tabular-nums" />
      </p>
    </aside>
  );
}
