import { useTranslations } from "next-intl";

import { ContactStrip } from "@/components/contact-strip";
import { LeadStory, StoryCard, StoryHeadline, storyHref } from "@/components/story";
import { VideoPlayer } from "@/components/video-player";
import { clauseLook } from "@/lib/content/clauses";
import type { Home, VideoStory } from "@/lib/content/lists";
import type { Category, Contact } from "@/lib/content/schema";
import type { Site } from "@/lib/content/site";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = {
  home: Home;
  site: Site;
  categories: readonly Category[];
  contact: Contact | null;
  locale: Locale;
};

const withPictures = 6;

export function HomePage({ home, site, categories, contact, locale }: Props) {
  const t = useTranslations("home");
  const cards = home.latest.slice(0, withPictures);
  const headlines = home.latest.slice(withPictures);
  return (
    <>
      <h1 className="sr-only">{site.settings.name}</h1>
      {home.lead && <LeadStory story={home.lead} locale={locale} />}
      <div className="grid gap-12 pt-12 lg:grid-cols-[3fr_1fr] lg:gap-10">
        <section aria-labelledby="latest">
          <h2 id="latest" className="section-title">
            {t("latest")}
          </h2>
          <div className="grid gap-x-8 gap-y-10 sm:grid-cols-2">
            {cards.map((story) => (
              <StoryCard key={story.id} story={story} locale={locale} />
            ))}
          </div>
        </section>
        <aside className="flex flex-col gap-12">
          <Headlines headlines={headlines} locale={locale} />
          <Categories categories={categories} locale={locale} />
        </aside>
      </div>
      {home.videoStory && <Film story={home.videoStory} locale={locale} />}
      <ContactStrip site={site} contact={contact} locale={locale} />
    </>
  );
}

function Headlines({ headlines, locale }: { headlines: Home["latest"]; locale: Locale }) {
  const t = useTranslations("home");
  return (
    <section aria-labelledby="headlines">
      <h2 id="headlines" className="section-title">
        {t("moreNews")}
      </h2>
      {headlines.map((story) => (
        <StoryHeadline key={story.id} story={story} locale={locale} />
      ))}
      <p className="no-print border-rule border-t pt-4">
        <a href={localise(locale, "/news")} className="button button-quiet w-full">
          {t("more")}
        </a>
      </p>
    </section>
  );
}

function Categories({ categories, locale }: { categories: readonly Category[]; locale: Locale }) {
  const t = useTranslations("home");
  return (
    <section aria-labelledby="categories">
      <h2 id="categories" className="section-title">
        {t("categories")}
      </h2>
      <ul>
        {categories.map(({ slug, title, description }) => (
          <li key={slug} className="border-rule border-t py-3">
            <a
              href={localise(locale, `/news/category/${slug}`)}
              className="tap font-serif font-bold"
            >
              {title}
            </a>
            {description && <p className="text-muted text-xs">{description}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Film({ story, locale }: { story: VideoStory; locale: Locale }) {
  const t = useTranslations("home");
  const poster = story.video.poster ?? story.cover;
  return (
    <section aria-labelledby="film" className="pt-12">
      <h2 id="film" className="section-title">
        {t("video")}
      </h2>
      <div className="grid gap-6 lg:grid-cols-[7fr_5fr] lg:gap-10">
        <VideoPlayer video={{ ...story.video, poster, transcript: null }} locale={locale} />
        <div className="flex flex-col gap-3 lg:justify-center">
          <h3 className={`text-2xl ${clauseLook(story.title, 10)}`}>
            <a href={storyHref(locale, story)} className="story-link">
              {story.title}
            </a>
          </h3>
          {story.excerpt && <p className="text-muted">{story.excerpt}</p>}
        </div>
      </div>
    </section>
  );
}
