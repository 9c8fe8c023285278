import { useTranslations } from "next-intl";

import { storyHref } from "@/components/story";
import type { Article } from "@/lib/content/articles";
import type { Locale } from "@/lib/i18n/locales";

type Props = { article: Article; address: string; locale: Locale };

/** What a reader may do with an article. What needs the browser's help appears only where it has it. */
export function ArticleActions({ article, address, locale }: Props) {
  const t = useTranslations("article");
  const weibo = new URLSearchParams({ url: address, title: article.title });
  const qr = new URLSearchParams({ path: storyHref(locale, article) });
  return (
    <div className="no-print flex flex-wrap items-start gap-3 pt-10">
      <save-article
        data-slug={article.slug}
        data-title={article.title}
        data-save={t("save")}
        data-saved={t("saved")}
      />
      <share-page data-share={t("share")} data-title={article.title} />
      <copy-text data-copy={t("copyLink")} data-copied={t("copied")} />
      <a
        href={`https://service.weibo.com/share/share.php?${weibo}`}
        rel="noopener nofollow"
        target="_blank"
        className="button button-quiet"
      >
        {t("weibo")}
      </a>
      <details className="qr max-sm:hidden">
        <summary className="button button-quiet">{t("scan")}</summary>
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
    </div>
  );
}
