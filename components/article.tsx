import { useTranslations } from "next-intl";

import { ArticleActions } from "@/components/article-actions";
import { ArticleFacts } from "@/components/article-facts";
import { ArticleNeighbours, RelatedStories } from "@/components/article-neighbours";
import { Caption } from "@/components/body-members";
import { Breadcrumb, type Crumb } from "@/components/breadcrumb";
import { ContactCard } from "@/components/contact-card";
import { Picture } from "@/components/picture";
import { PortableText } from "@/components/portable-text";
import { noneEditable, type Edit, type EditDocument } from "@/components/preview/editing";
import { TableOfContents } from "@/components/table-of-contents";
import { VideoPlayer } from "@/components/video-player";
import type { Article as ArticleData } from "@/lib/content/articles";
import { clauseLook } from "@/lib/content/clauses";
import type { Locale } from "@/lib/i18n/locales";
import { localise } from "@/lib/i18n/paths";

type Props = { article: ArticleData; locale: Locale };

type PageProps = Props & {
  /** Where the article stands on the web, for those who share it; `null` before it stands there. */
  address: string | null;
  editing?: EditDocument;
};

export function Article({ article, locale, address, editing = noneEditable }: PageProps) {
  const t = useTranslations();
  const { category, contact, fields } = article;
  const edit = editing("article", article.id);
  const crumbs: Crumb[] = [{ title: t("site.news"), path: "/news" }];
  if (category) crumbs.push({ title: category.title, path: `/news/category/${category.slug}` });
  return (
    <>
      <article className="mx-auto max-w-(--container-text)">
        <Breadcrumb
          crumbs={crumbs}
          here={{ title: article.title, path: `/news/${article.slug}` }}
          locale={locale}
        />
        <h1
          className={`pt-4 text-3xl ${clauseLook(article.title, 10, 13)}`}
          {...edit(fields.title)}
        >
          {article.title}
        </h1>
        <ArticleFacts article={article} />
        {article.excerpt && (
          <p className="border-accent text-muted mt-6 border-l-3 pl-4" {...edit(fields.excerpt)}>
            {article.excerpt}
          </p>
        )}
        <Opening article={article} locale={locale} edit={edit} />
        <TableOfContents body={article.body} />
        <div className="pt-8">
          <PortableText body={article.body} locale={locale} edit={edit} field={fields.body} />
        </div>
        {address && <p className="only-print text-muted pt-8 text-xs">{address}</p>}
        <TagList article={article} locale={locale} />
        {address && <ArticleActions article={article} address={address} locale={locale} />}
        {contact && (
          <section aria-labelledby="contact-person" className="pt-10">
            <h2 id="contact-person" className="section-title">
              {t("article.contact")}
            </h2>
            <ContactCard
              contact={contact}
              locale={locale}
              about={`/news/${article.slug}`}
              edit={editing("contactPerson", contact._id)}
            />
          </section>
        )}
        <ArticleNeighbours article={article} locale={locale} />
      </article>
      <RelatedStories stories={article.related} locale={locale} />
    </>
  );
}

/** The film an article opens with, or its picture when there is no film. */
function Opening({ article, locale, edit }: Props & { edit: Edit }) {
  const { cover, video } = article;
  if (video)
    return (
      <div className="pt-6" {...edit("video")}>
        <VideoPlayer video={{ ...video, poster: video.poster ?? cover }} locale={locale} />
      </div>
    );
  if (cover)
    return (
      <figure className="pt-6" {...edit("cover")}>
        <Picture picture={cover} sizes="(min-width: 42rem) 38rem, 92vw" isLead />
        <Caption picture={cover} />
      </figure>
    );
  return null;
}

function TagList({ article, locale }: Props) {
  const t = useTranslations("article");
  if (article.tags.length === 0) return null;
  return (
    <ul aria-label={t("tags")} className="no-print flex flex-wrap gap-2 pt-10 text-sm">
      {article.tags.map(({ slug, title }) => (
        <li key={slug}>
          <a
            href={localise(locale, `/news/tag/${slug}`)}
            className="border-rule hover:border-ink inline-flex min-h-11 items-center border px-3"
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
