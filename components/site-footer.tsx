import { useTranslations } from "next-intl";

import { MenuLinks } from "@/components/menu-links";
import { Picture } from "@/components/picture";
import { ScanCode } from "@/components/scan-code";
import type { Site } from "@/lib/content/site";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = { site: Site; locale: Locale; path: string | null };

export function SiteFooter({ site, locale, path }: Props) {
  const { settings, footer, friends } = site;
  const t = useTranslations("site");
  return (
    <footer className="border-rule bg-sheet mt-auto border-t text-sm max-sm:pb-20">
      <div className="page grid gap-8 py-10 md:grid-cols-[2fr_1fr_auto]">
        <Company site={site} />
        {footer.length > 0 && (
          <MenuLinks label={t("footer")} items={footer} locale={locale} current={null} />
        )}
        {settings.wechatQr && (
          <figure className="w-28">
            <Picture
              picture={{ ...settings.wechatQr, alt: t("wechatAlt", { name: settings.name }) }}
              sizes="112px"
              className="border-rule border"
            />
            <figcaption className="text-muted pt-2 text-center text-xs">{t("wechat")}</figcaption>
          </figure>
        )}
      </div>
      {friends.length > 0 && <Friends site={site} />}
      <ReaderTools locale={locale} path={path} />
      <Legal site={site} />
    </footer>
  );
}

function Company({ site }: { site: Site }) {
  const { legalName, hotline, hours, address, email } = site.settings;
  const t = useTranslations("site");
  return (
    <address className="not-italic">
      <p className="font-serif text-base font-bold">{legalName}</p>
      {address && <p className="text-muted">{address.text}</p>}
      {hotline && (
        <p className="pt-2">
          {t("hotline")}{" "}
          <a href={`tel:${hotline}`} className="tap text-base font-bold tabular-nums">
            {hotline}
          </a>
        </p>
      )}
      {hours && (
        <p className="text-muted">
          {t("hours")} {hours}
        </p>
      )}
      {email && (
        <p>
          <a href={`mailto:${email}`} className="tap">
            {email}
          </a>
        </p>
      )}
    </address>
  );
}

function Friends({ site }: { site: Site }) {
  const t = useTranslations("site");
  return (
    <div className="no-print page text-muted flex flex-wrap items-center gap-x-4 pb-4 text-xs">
      <span>{t("friends")}</span>
      {site.friends.map(({ title, url }) => (
        <a key={url} href={url} rel="noopener" className="tap">
          {title}
        </a>
      ))}
    </div>
  );
}

function ReaderTools({ locale, path }: Pick<Props, "locale" | "path">) {
  const t = useTranslations();
  return (
    <div className="no-print page flex flex-wrap items-start gap-x-6 gap-y-2 pb-4 text-xs">
      <a href={localise(locale, "/saved")} className="tap min-h-11">
        {t("site.saved")}
      </a>
      <a href={localise(locale, "/feed.xml")} className="tap min-h-11">
        RSS
      </a>
      {path !== null && <ScanCode locale={locale} path={path} className="tap min-h-11" />}
      <reading-settings
        data-theme-label={t("theme.label")}
        data-theme-auto={t("theme.auto")}
        data-theme-light={t("theme.light")}
        data-theme-dark={t("theme.dark")}
        data-size-label={t("theme.size")}
        data-size-normal={t("theme.normal")}
        data-size-large={t("theme.large")}
        data-size-larger={t("theme.larger")}
        data-contrast-label={t("theme.contrast")}
        data-contrast-normal={t("theme.contrastNormal")}
        data-contrast-more={t("theme.contrastMore")}
      />
    </div>
  );
}

const icpRegister = "https://beian.miit.gov.cn/";
const policeRegister = "https://beian.mps.gov.cn/#/query/webSearch";

function Legal({ site }: { site: Site }) {
  const { legalName, icpNumber, psbNumber } = site.settings;
  return (
    <div className="border-rule border-t">
      <p className="page text-muted flex flex-wrap items-center gap-x-6 py-3 text-xs">
        <span className="py-1">© {legalName}</span>
        {icpNumber && (
          <a href={icpRegister} rel="noopener" className="tap">
            {icpNumber}
          </a>
        )}
        {psbNumber && (
          <a href={policeRegister} rel="noopener" className="tap">
            {psbNumber}
          </a>
        )}
      </p>
    </div>
  );
}
