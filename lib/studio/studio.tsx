import { useState } from "react";
import { Studio } from "sanity";

import { createStudioConfig, type StudioSettings } from "./config";
import { storedLanguage } from "./locale/language";
import { PublishedLocales } from "./published-locales";
import { stayHome } from "./stay-home";

type WithoutLanguage<T> = T extends unknown ? Omit<T, "language"> : never;

/** What the site tells the Studio; the rest it finds in the browser. */
export type SiteSettings = WithoutLanguage<StudioSettings> & { locales: readonly string[] };

/** The editors' dashboard. Browser only: it reads its own address for the lake's. */
export function YiwenStudio({ settings }: { settings: SiteSettings }) {
  const [config] = useState(() => {
    if (!settings.hosted) stayHome();
    return createStudioConfig({ ...settings, language: storedLanguage() }, window.location.origin);
  });
  return (
    <PublishedLocales value={settings.locales}>
      <Studio config={config} />
    </PublishedLocales>
  );
}
