import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/locales";

import { StudioClient } from "./studio-client";

/** The project is read when the page is asked for, so one build serves embedded and hosted mode. */
export const dynamic = "force-dynamic";

export const metadata = {
  title: "一文 · 内容管理",
  robots: "noindex",
  referrer: "same-origin" as const,
};

export const viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover" as const,
};

export default function StudioPage() {
  const { hosted, projectId, dataset, apiHost } = env().cms;
  const settings = { projectId, dataset, locales, ...(hosted ? { hosted, apiHost } : { hosted }) };
  return <StudioClient settings={settings} />;
}
