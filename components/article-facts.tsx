import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { DateTime } from "@/components/date-time";
import type { Article } from "@/lib/content/articles";

/** Who says it, since when, and how long it takes to read. */
export function ArticleFacts({ article }: { article: Article }) {
  const t = useTranslations("article");
  const { publishedAt, updatedAt, updateNote, source, author, readingMinutes } = article;
  return (
    <div className="border-rule text-muted mt-5 border-y py-3 text-sm">
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        <Fact name={t("published")}>
          <DateTime instant={publishedAt} withMinutes className="tabular-nums" />
        </Fact>
        {updatedAt && (
          <Fact name={t("updated")}>
            <DateTime instant={updatedAt} withMinutes className="tabular-nums" />
          </Fact>
        )}
        {source && (
          <Fact name={t("source")}>
            {source.url ? (
              <a href={source.url} className="underline">
                {source.name}
              </a>
            ) : (
              source.name
            )}
          </Fact>
        )}
        {author && (
          <Fact name={t("author")}>
            {author.name}
            {author.role && <span className="pl-1">（{author.role}）</span>}
          </Fact>
        )}
        <Fact name={t("length")}>{t("readingTime", { minutes: `${readingMinutes}` })}</Fact>
      </dl>
      {updateNote && (
        <p>
          {t("updateNote")}：{updateNote}
        </p>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt>{name}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}
