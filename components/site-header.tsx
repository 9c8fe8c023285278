import { useTranslations } from "next-intl";

import { MenuLinks } from "@/components/menu-links";
import { Picture } from "@/components/picture";
import { ScriptSwitch } from "@/components/script-switch";
import type { NavigationItem } from "@/lib/content/schema";
import type { Site } from "@/lib/content/site";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = { site: Site; locale: Locale; path: string | null };

export function SiteHeader({ site, locale, path }: Props) {
  const { settings } = site;
  const t = useTranslations("site");
  const menu = menuOf(site, t("news"), t("contact"));
  return (
    <header>
      <div className="no-print border-rule border-b">
        <div className="page flex flex-wrap items-center justify-between gap-x-4">
          {settings.hotline && (
            <a
              href={`tel:${settings.hotline}`}
              className="inline-flex min-h-11 items-center gap-2 text-sm hover:underline"
            >
              <span className="text-muted hidden sm:inline">{t("hotline")}</span>
              <span className="font-bold tabular-nums">{settings.hotline}</span>
            </a>
          )}
          <div className="ml-auto flex flex-wrap items-center justify-end">
            <a
              href={localise(locale, "/search")}
              className="inline-flex min-h-11 items-center px-2 text-sm hover:underline"
            >
              {t("search")}
            </a>
            <ScriptSwitch locale={locale} path={path} />
          </div>
        </div>
      </div>
      <div className="page pt-6 pb-4 sm:pt-8">
        <a href={localise(locale, "/")} className="story-link inline-flex items-center gap-4">
          {settings.logo && <Logo site={site} />}
          <span>
            <span className="font-serif text-2xl leading-tight font-bold tracking-wide">
              {settings.name}
            </span>
            {settings.tagline && (
              <span className="text-muted block text-sm">{settings.tagline}</span>
            )}
          </span>
        </a>
      </div>
      <MenuLinks
        label={t("menu")}
        items={menu}
        locale={locale}
        current={path}
        section={sectionOf(menu, path)}
        className={{
          nav: "border-ink border-y",
          list: "page flex flex-wrap gap-x-4 sm:gap-x-6",
          link: "aria-[current]:text-accent inline-flex min-h-11 items-center text-sm font-semibold underline-offset-8 hover:underline aria-[current]:underline aria-[current]:decoration-2",
        }}
      />
    </header>
  );
}

function Logo({ site }: { site: Site }) {
  const { logo } = site.settings;
  if (logo === null) return null;
  const isMark = logo.width <= logo.height * 1.5;
  return (
    <span className={isMark ? "block w-12 shrink-0 sm:w-14" : "block w-32 shrink-0"}>
      <Picture
        picture={logo}
        sizes={isMark ? "56px" : "128px"}
        className="bg-transparent"
        isEager
        isDecorative
      />
    </span>
  );
}

function menuOf(site: Site, news: string, contact: string): NavigationItem[] {
  if (site.header.length > 0) return site.header;
  return [
    { title: news, href: "/news" },
    { title: contact, href: "/contact" },
  ];
}

/** The item under which a page stands: the one with the longest address that the page's own begins with. */
function sectionOf(items: readonly NavigationItem[], path: string | null): string | null {
  const above = items.filter(({ href }) => path?.startsWith(`${href}/`));
  const [nearest] = above.toSorted((one, other) => other.href.length - one.href.length);
  return nearest?.href ?? null;
}
