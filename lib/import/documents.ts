import type { Picture } from "../rich-text/members.ts";
import {
  type Assets,
  bodyOf,
  imageOf,
  picturesOf as picturesIn,
} from "../rich-text/with-assets.ts";
import { redirectId } from "./names.ts";
import { type Plan, type Planned, relink } from "./plan.ts";

export type NewDocument = { _id: string; _type: string; [field: string]: unknown };

const reference = (id: string) => ({ _type: "reference", _ref: id });

/** Every picture of an article, each address once. */
export function picturesOf({ draft }: Planned): Picture[] {
  const { cover, members } = draft;
  const inBody = picturesIn(members);
  return cover === null ? inBody : [cover, ...inBody.filter(({ src }) => src !== cover.src)];
}

/** The documents of one article: itself, and the redirect from where it was. */
export function documentsOf(planned: Planned, plan: Plan, assets: Assets): NewDocument[] {
  const { draft, id, redirectFrom, path, isDraft } = planned;
  const document =
    draft.kind === "article" ? article(planned, plan, assets) : page(planned, plan, assets);
  const made = { ...document, _id: isDraft ? `drafts.${id}` : id, _type: draft.kind };
  if (redirectFrom === null) return [made];
  const redirect = {
    _id: redirectId(redirectFrom),
    _type: "redirect",
    from: redirectFrom,
    to: path,
    permanent: true,
  };
  return [made, redirect];
}

function page({ draft, slug }: Planned, plan: Plan, assets: Assets) {
  return {
    title: draft.title,
    slug: { _type: "slug", current: slug },
    body: bodyOf(relink(draft.members, plan), assets),
  };
}

function article(planned: Planned, plan: Plan, assets: Assets) {
  const { draft, category, author, tags, script } = planned;
  const cover = draft.cover === null ? null : imageOf(draft.cover, assets);
  return {
    ...page(planned, plan, assets),
    script,
    ...optional("publishedAt", draft.publishedAt),
    ...optional("updatedAt", draft.updatedAt),
    ...optional("excerpt", draft.excerpt),
    ...optional("category", category === null ? null : reference(category)),
    ...optional("author", author === null ? null : reference(author)),
    ...optional("cover", cover),
    ...(draft.isPinned ? { pinned: true } : {}),
    ...optional("source", draft.origin === null ? null : { name: draft.origin }),
    ...(tags.length === 0
      ? {}
      : { tags: tags.map((tag, at) => ({ _type: "reference", _ref: tag, _key: `t${at}` })) }),
  };
}

const optional = (name: string, value: unknown) => (value === null ? {} : { [name]: value });
