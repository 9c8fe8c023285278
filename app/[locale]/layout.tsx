import "@/app/globals.css";
import type { Metadata, Viewport } from "next";

import { ClickToEdit } from "@/components/preview/click-to-edit";
import { DraftBanner } from "@/components/preview/draft-banner";
import { SpeculationRules } from "@/components/speculation-rules";
import { iconAddress } from "@/lib/content/icons";
import { isDraftView } from "@/lib/content/preview/draft-view";
import { sharedFacts, twitterFacts } from "@/lib/content/share";
import { getSite } from "@/lib/content/site";
import { env, islandsVersion } from "@/lib/env";
import { currentLocale } from "@/lib/i18n/current-locale";
import { locales } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";
import { darkPaper, palette } from "@/lib/look";

export const revalidate = 86_400;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: palette.paper },
    { media: "(prefers-color-scheme: dark)", color: darkPaper },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const { settings } = await getSite(locale);
  const { name, shareImage } = settings;
  const shared = { locale, settings, path: "/", card: null, picture: shareImage };
  return {
    metadataBase: new URL(env().siteUrl),
    title: { default: name, template: `%s － ${name}` },
    description: settings.description ?? settings.tagline,
    formatDetection: { telephone: false },
    icons: { icon: iconAddress(settings, 64), apple: iconAddress(settings, 180) },
    manifest: localise(locale, "/manifest.webmanifest"),
    openGraph: sharedFacts(shared),
    twitter: twitterFacts(shared),
  };
}

const islands = `/islands.js?v=${islandsVersion}`;

export default async function LocaleLayout({ children }: LayoutProps<"/[locale]">) {
  const [locale, isDraft] = await Promise.all([currentLocale(), isDraftView()]);
  return (
    <html lang={locale} dir="ltr">
      <head>
        {/* oxlint-disable-next-line nextjs/no-sync-scripts -- sets the chosen theme before the first paint */}
        <script src={`/early.js?v=${islandsVersion}`} />
        {!isDraft && <script src={islands} defer />}
      </head>
      <body>
        {isDraft && <DraftBanner locale={locale} />}
        {children}
        {isDraft ? <ClickToEdit islands={islands} /> : <SpeculationRules />}
      </body>
    </html>
  );
}
