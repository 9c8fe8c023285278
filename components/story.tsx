import { useTranslations } from "next-intl";

import { DateTime } from "@/components/date-time";
import { Picture } from "@/components/picture";
import { clauseLook } from "@/lib/content/clauses";
import type { Summary } from "@/lib/content/summaries";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = { story: Summary; locale: Locale };

export function storyHref(locale: Locale, { slug }: { slug: string }): string {
  return localise(locale, `/news/${slug}`);
}

function StoryFacts({ story, locale }: Props) {
  const t = useTranslations("news");
  const { category } = story;
  return (
    <p className="text-muted flex flex-wrap items-center gap-x-3 text-xs">
      {category && (
        <a
          href={localise(locale, `/news/category/${category.slug}`)}
          className="tap text-accent -my-1.5 font-semibold sm:my-0"
        >
          {category.title}
        </a>
      )}
      <DateTime instant={story.publishedAt} className="tabular-nums" />
      {story.hasVideo && <span>{t("hasVideo")}</span>}
    </p>
  );
}

type CoverProps = Props & { sizes: string; className: string; isLead?: boolean };

/** The picture leads where the title beside it leads, so it is left out for those who go by keyboard or ear. */
function Cover({ story, locale, sizes, className, isLead = false }: CoverProps) {
  if (story.cover === null) return null;
  return (
    <a href={storyHref(locale, story)} tabIndex={-1} aria-hidden="true">
      <Picture
        picture={story.cover}
        sizes={sizes}
        className={`object-cover ${className}`}
        isLead={isLead}
        isDecorative
      />
    </a>
  );
}

/** Cut off (`line-clamp-…`) is the link itself, so that no part of it lies unseen under what comes after. */
function TitleLink({ story, locale, clamp = "" }: Props & { clamp?: string }) {
  return (
    <a href={storyHref(locale, story)} className={`story-link ${clamp}`}>
      {story.title}
    </a>
  );
}

/** The story that opens the front page. */
export function LeadStory({ story, locale }: Props) {
  return (
    <article className="grid gap-6 lg:grid-cols-[4fr_3fr] lg:gap-8">
      <Cover
        story={story}
        locale={locale}
        sizes="(min-width: 72rem) 40rem, (min-width: 64rem) 56vw, 92vw"
        className="aspect-[16/10]"
        isLead
      />
      <div className="lg:border-rule flex flex-col justify-center gap-3 lg:border-l lg:pl-8">
        <StoryFacts story={story} locale={locale} />
        <h2 className={`text-3xl lg:text-2xl ${clauseLook(story.title, 10)}`}>
          <TitleLink story={story} locale={locale} />
        </h2>
        {story.excerpt && <p className="text-muted line-clamp-5">{story.excerpt}</p>}
      </div>
    </article>
  );
}

/** A story in a grid: picture above, words below. */
export function StoryCard({ story, locale }: Props) {
  return (
    <article className="flex flex-col gap-2">
      <Cover
        story={story}
        locale={locale}
        sizes="(min-width: 72rem) 22rem, (min-width: 64rem) 30vw, (min-width: 36rem) 45vw, 92vw"
        className="aspect-[16/10]"
      />
      <StoryFacts story={story} locale={locale} />
      <h3 className={`text-lg ${clauseLook(story.title, 12, 14)}`}>
        <TitleLink story={story} locale={locale} clamp="line-clamp-4" />
      </h3>
      {story.excerpt && <p className="text-muted line-clamp-2 text-sm">{story.excerpt}</p>}
    </article>
  );
}

/** A story in a list: words first, a small picture beside them. */
export function StoryRow({ story, locale }: Props) {
  return (
    <article className="border-rule grid grid-cols-[1fr_6.5rem] gap-4 border-t py-5 sm:grid-cols-[1fr_12rem] sm:gap-8">
      <div className="flex min-w-0 flex-col gap-1">
        <StoryFacts story={story} locale={locale} />
        <h2 className={`text-lg sm:text-xl ${clauseLook(story.title, 8, 16)}`}>
          <TitleLink story={story} locale={locale} clamp="line-clamp-4" />
        </h2>
        {story.excerpt && (
          <p className="text-muted line-clamp-2 text-sm max-sm:hidden">{story.excerpt}</p>
        )}
      </div>
      <Cover
        story={story}
        locale={locale}
        sizes="(min-width: 36rem) 12rem, 6.5rem"
        className="aspect-[4/3] sm:aspect-[16/10]"
      />
    </article>
  );
}

/** A story in a column of headlines. */
export function StoryHeadline({ story, locale }: Props) {
  return (
    <article className="border-rule border-t py-3">
      <h3 className={`text-base leading-relaxed ${clauseLook(story.title, 13)}`}>
        <TitleLink story={story} locale={locale} clamp="line-clamp-3" />
      </h3>
      <StoryFacts story={story} locale={locale} />
    </article>
  );
}
