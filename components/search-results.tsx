import { useTranslations } from "next-intl";

import { DateTime } from "@/components/date-time";
import { Pagination } from "@/components/pagination";
import { clauseLook } from "@/lib/content/clauses";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

/** Sends the words as a plain address, so that it works without scripts and can be bookmarked. */
export function SearchForm({ query, locale }: { query: string; locale: Locale }) {
  const t = useTranslations("search");
  return (
    <search>
      <form action={localise(locale, "/search")} className="flex gap-2">
        <input
          type="search"
          enterKeyHint="search"
          name="q"
          defaultValue={query}
          maxLength={64}
          aria-label={t("label")}
          placeholder={t("placeholder")}
          className="field min-w-0 grow"
        />
        <button type="submit" className="button shrink-0">
          {t("submit")}
        </button>
      </form>
    </search>
  );
}

type Piece = { text: string; isHit: boolean };

type Hit = {
  id: string;
  kind: "article" | "page" | "contact";
  slug: string;
  publishedAt: string;
  title: readonly Piece[];
  snippet: readonly Piece[];
};

type Props = {
  query: string;
  found: { hits: readonly Hit[]; total: number; hasMore: boolean; pages: number };
  page: number;
  pathOf: (page: number) => string;
  locale: Locale;
};

/** What was found, or what to try when nothing was. */
export function SearchResults({ query, found, page, pathOf, locale }: Props) {
  const t = useTranslations("search");
  const { hits, total, hasMore, pages } = found;
  if (total === 0) return <NothingFound query={query} locale={locale} />;
  return (
    <>
      <output className="text-muted block pt-6 pb-4 text-sm tabular-nums">
        {t(hasMore ? "resultsOver" : "results", { query, count: `${total}` })}
      </output>
      {hits.map((hit) => (
        <FoundRow key={hit.id} hit={hit} locale={locale} />
      ))}
      <Pagination page={page} pages={pages} pathOf={pathOf} locale={locale} />
    </>
  );
}

function NothingFound({ query, locale }: Pick<Props, "query" | "locale">) {
  const t = useTranslations();
  return (
    <>
      <output className="block pt-8">{t("search.none", { query })}</output>
      <p className="pt-4">
        <a href={localise(locale, "/news")} className="button button-quiet">
          {t("site.news")}
        </a>
      </p>
    </>
  );
}

function pathTo({ kind, slug }: Hit): string {
  switch (kind) {
    case "article":
      return `/news/${slug}`;
    case "page":
      return `/${slug}`;
    case "contact":
      return `/contact#${slug}`;
  }
}

function FoundRow({ hit, locale }: { hit: Hit; locale: Locale }) {
  const path = pathTo(hit);
  const title = hit.title.map(({ text }) => text).join("");
  return (
    <article className="border-rule flex flex-col gap-1 border-t py-5">
      <h2 className={`text-lg ${clauseLook(title, 14)}`}>
        <a href={localise(locale, path)} className="story-link">
          <Marked pieces={hit.title} />
        </a>
      </h2>
      <p className="text-sm">
        <Marked pieces={hit.snippet} />
      </p>
      {hit.kind === "article" && (
        <p className="text-muted text-xs tabular-nums">
          <DateTime instant={hit.publishedAt} />
        </p>
      )}
    </article>
  );
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isHit }, at) => {
    const key = `${at}${text}`;
    return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
