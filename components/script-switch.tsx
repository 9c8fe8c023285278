import { useTranslations } from "next-intl";

import { localeNames, locales, type Locale } from "@/lib/i18n/locales";

type Props = { locale: Locale; path: string | null };

/**
 * Links to the same page in each script, named in that script.
 *
 * They lead past the server, which remembers the choice and keeps the query; so they work without scripts. A page
 * that does not know its own address, such as "no such page", leaves `path` out and is told by the browser.
 */
export function ScriptSwitch({ locale, path }: Props) {
  const t = useTranslations("site");
  return (
    <nav aria-label={t("script")} className="flex flex-wrap items-center justify-end text-sm">
      {locales.map((other, at) => (
        <span key={other} className="flex items-center">
          {at > 0 && <span aria-hidden="true" className="bg-rule mx-1 h-3 w-px" />}
          <ScriptLink other={other} isCurrent={other === locale} path={path} />
        </span>
      ))}
    </nav>
  );
}

type LinkProps = { other: Locale; isCurrent: boolean; path: string | null };

function ScriptLink({ other, isCurrent, path }: LinkProps) {
  const name = localeNames[other];
  const look = "inline-flex min-h-11 items-center px-2";
  if (isCurrent)
    return (
      <span lang={other} aria-current="true" className={`${look} text-accent font-bold`}>
        {name}
      </span>
    );
  return (
    <a
      href={switchHref(other, path)}
      hrefLang={other}
      lang={other}
      rel="nofollow"
      className={`${look} hover:underline`}
    >
      {name}
    </a>
  );
}

function switchHref(to: Locale, path: string | null): string {
  const query = new URLSearchParams(path === null ? { to } : { to, next: path });
  return `/api/script?${query}`;
}
