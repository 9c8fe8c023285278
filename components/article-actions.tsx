import { useTranslations } from "next-intl";

import { ScanCode } from "@/components/scan-code";
import type { Article } from "@/lib/content/articles";
import type { Locale } from "@/lib/i18n/locales";

type Props = { article: Article; address: string; locale: Locale };

/** What a reader may do with an article. What needs the browser's help appears only where it has it. */
export function ArticleActions({ article, address, locale }: Props) {
  const t = useTranslations("article");
  const weibo = new URLSearchParams({ url: address, title: article.title });
  return (
    <div className="article-actions no-print mt-10 flex flex-wrap items-start gap-3">
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
      <ScanCode locale={locale} path={`/news/${article.slug}`} className="button button-quiet" />
    </div>
  );
}
