import { useTranslations } from "next-intl";

import { StoryCard, storyHref } from "@/components/story";
import type { Article } from "@/lib/content/articles";
import type { Summary } from "@/lib/content/summaries";
import type { Locale } from "@/lib/i18n/locales";

type Props = { article: Article; locale: Locale };

export function ArticleNeighbours({ article, locale }: Props) {
  const t = useTranslations("article");
  const { older, newer } = article;
  if (older === null && newer === null) return null;
  return (
    <nav
      aria-label={t("neighbours")}
      className="no-print border-rule mt-10 grid border-y sm:grid-cols-2"
    >
      {older && <Neighbour story={older} locale={locale} label={t("older")} rel="prev" />}
      {newer && <Neighbour story={newer} locale={locale} label={t("newer")} rel="next" />}
    </nav>
  );
}

type NeighbourProps = { story: Summary; locale: Locale; label: string; rel: "prev" | "next" };

function Neighbour({ story, locale, label, rel }: NeighbourProps) {
  const side =
    rel === "next" ? "border-rule max-sm:border-t sm:col-start-2 sm:border-l sm:pl-5" : "sm:pr-5";
  return (
    <a href={storyHref(locale, story)} rel={rel} className={`story-link block py-4 ${side}`}>
      <span className="text-muted block text-xs">{label}</span>
      <span className="block font-serif font-bold text-balance">{story.title}</span>
    </a>
  );
}

export function RelatedStories({
  stories,
  locale,
}: {
  stories: readonly Summary[];
  locale: Locale;
}) {
  const t = useTranslations("article");
  if (stories.length === 0) return null;
  return (
    <section aria-labelledby="related" className="no-print pt-14">
      <h2 id="related" className="section-title">
        {t("related")}
      </h2>
      <div className="grid gap-8 sm:grid-cols-2 lg:grid-cols-3">
        {stories.map((story) => (
          <StoryCard key={story.id} story={story} locale={locale} />
        ))}
      </div>
    </section>
  );
}
