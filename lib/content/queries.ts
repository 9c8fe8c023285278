/** GROQ for everything a page may ask. Documents whose id holds a dot are never published, hence the path. */
const live = `_id in path("*")`;

/** A field with a projection; what is no such field comes as it is, so that the log can name it. */
const field = (name: string, projection: string) =>
  `"${name}": coalesce(${name}${projection}, ${name})`;

const picture = `{..., "lqip": asset->metadata.lqip}`;
const file = `{..., "name": asset->originalFilename, "size": asset->size}`;

const video = `{
  ...,
  "poster": poster${picture},
  "file": file${file},
  "captions": captions[]{locale, "file": file{asset}}
}`;

const body = `[]{
  ...,
  _type == "block" => {
    "markDefs": markDefs[]{
      ...,
      _type == "internalLink" => {"target": reference->{_type, "slug": slug.current}}
    }
  },
  _type == "image" => {"lqip": asset->metadata.lqip},
  _type == "gallery" => {"images": images[]${picture}},
  _type == "video" => ${video},
  _type == "attachment" => {"file": file${file}}
}`;

const summary = `
  _id, _createdAt, title, "slug": slug.current, excerpt, ${field("cover", picture)},
  "category": category._ref, publishedAt, pinned, script, overrides,
  "hasVideo": defined(video.file) || defined(video.providerId)`;

const card = `{${summary}, "variants": variants[]{locale, status, title, excerpt}}`;

const articles = `_type == "article" && ${live} && defined(slug.current)`;
const newestFirst = `order(publishedAt desc, _id desc)`;

const wholeArticle = `{${summary},
  ${field("tags", "[]._ref")}, ${field("video", video)}, ${field("body", body)}, source,
  "author": author._ref, updatedAt, updateNote, ${field("related", "[]._ref")}, "contact": contact._ref,
  ${field("variants", `[]{_key, locale, status, title, excerpt, ${field("body", body)}}`)},
  "seo": seo{..., "image": image${picture}}
}`;

const oneArticle = `*[${articles} && slug.current == $slug][0]`;

type Place = Record<"at" | "related" | "category", string>;

/** What stands beside an article: one neighbour each way, the named relatives, the nearest of its category. */
const around = ({ at, related, category }: Place) => `{
  "newer": *[${articles} && publishedAt > ${at}] | order(publishedAt asc, _id asc) [0...1]${card},
  "older": *[${articles} && publishedAt < ${at}] | ${newestFirst} [0...1]${card},
  "named": *[${articles} && _id in ${related}]${card},
  "olderInCategory": *[${articles} && category._ref == ${category} && publishedAt < ${at}] | ${newestFirst} [0...4]${card},
  "newerInCategory": *[${articles} && category._ref == ${category} && publishedAt > ${at}]
    | order(publishedAt asc, _id asc) [0...4]${card}
}`;

const besideIt = around({
  at: "coalesce(^.publishedAt, ^._createdAt)",
  related: "coalesce(^.related[]._ref, [])",
  category: `coalesce(^.category._ref, "")`,
});

/** An article and what stands beside it, in one question: so many visitors of one page cost the CMS one answer. */
export const articlePageQuery = `${oneArticle}{"article": @${wholeArticle}, "around": ${besideIt}}`;

/** The same of an article that is not published, by what it says of itself. */
export const aroundQuery = around({ at: "$at", related: "$related", category: "$category" });

/** A document by its id, its draft if there is one; to be asked with perspective `raw`, so that links see published ones. */
const latest = `coalesce(*[_id == $draft][0], *[_id == $id && ${live}][0])`;

export const draftArticleQuery = `${latest}${wholeArticle}`;

export type ListFilter =
  | { by: "all" }
  | { by: "category"; id: string }
  | { by: "tag"; id: string }
  | { by: "year"; from: string; to: string };

function condition(filter: ListFilter): string {
  switch (filter.by) {
    case "all":
      return articles;
    case "category":
      return `${articles} && category._ref == $id`;
    case "tag":
      return `${articles} && $id in tags[]._ref`;
    case "year":
      return `${articles} && publishedAt >= $from && publishedAt < $to`;
  }
}

/** One page of a list and how many articles the whole list has. */
export function listQuery(filter: ListFilter, from: number, to: number): string {
  return `{
    "items": *[${condition(filter)}] | ${newestFirst} [${from}...${to}]${card},
    "total": count(*[${condition(filter)}])
  }`;
}

export const homeQuery = `{
  "pinned": *[${articles} && pinned == true] | ${newestFirst} [0...3]${card},
  "latest": *[${articles}] | ${newestFirst} [0...14]${card},
  "videos": *[${articles} && (defined(video.file) || defined(video.providerId))] | ${newestFirst} [0...1]
    {${summary}, "variants": variants[]{locale, status, title, excerpt}, "video": video${video}}
}`;

export const newestSlugsQuery = (count: number) =>
  `*[${articles}] | ${newestFirst} [0...${count}].slug.current`;

// A few from each end: what is no date must not hide the years.
export const yearsQuery = `{
  "newest": *[${articles}] | order(publishedAt desc) [0...10].publishedAt,
  "oldest": *[${articles} && defined(publishedAt)] | order(publishedAt asc) [0...10].publishedAt
}`;

export const categoriesQuery = `*[_type == "category" && ${live}] | order(order asc, title asc)
  {_id, title, "slug": slug.current, description, order}`;

export const tagsQuery = `*[_type == "tag" && ${live}] | order(title asc){_id, title, "slug": slug.current}`;

export const authorsQuery = `*[_type == "author" && ${live}]{_id, name, role, bio, "photo": photo${picture}}`;

export const contactsQuery = `*[_type == "contactPerson" && ${live}] | order(order asc, name asc)
  {..., "wechatQr": wechatQr${picture}}`;

export const siteQuery = `{
  "settings": *[_id == "siteSettings"][0]{
    ..., "logo": logo${picture}, "wechatQr": wechatQr${picture}, "shareImage": shareImage${picture}
  },
  "header": *[_id == "navigation"][0].header,
  "footer": *[_id == "navigation"][0].footer,
  "friends": *[_type == "friendLink" && ${live}] | order(order asc, title asc){title, url}
}`;

const wholePage = `{_id, _rev, _updatedAt, title, "slug": slug.current, ${field("body", body)}, "seo": seo{..., "image": image${picture}}}`;

export const pageQuery = `*[_type == "page" && ${live} && slug.current == $slug][0]${wholePage}`;

export const pagesQuery = `*[_type == "page" && ${live} && defined(slug.current)] | order(title asc)
  {_id, title, "slug": slug.current, "description": seo.description, "noindex": seo.noindex}`;

export const draftPageQuery = `${latest}${wholePage}`;

/** What search keeps of articles and pages. */
export const searchableQuery = `*[_type in ["article", "page"] && ${live} && _id in $ids && defined(slug.current)]{
  _id, _type, _createdAt, title, "slug": slug.current, excerpt, publishedAt, script, overrides, ${field("body", body)},
  "cover": cover${picture}, "video": video${video}, source, updateNote,
  "variants": variants[]{locale, status, title, excerpt, "body": body${body}},
  "category": category->title, "tags": tags[]->title, "author": author->name
}`;

export const searchableContactsQuery = `*[_type == "contactPerson" && ${live} && _id in $ids]{
  _id, _createdAt, name, role, tel, mobile, email, wechatId, hours, region
}`;

export const glossaryQuery = `*[_type == "glossaryTerm" && ${live}]{forms, match}`;
