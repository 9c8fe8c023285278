import type { Member, Picture } from "../rich-text/members.ts";
import { redirectId } from "./names.ts";
import { type Plan, type Planned, relink } from "./plan.ts";

export type NewDocument = { _id: string; _type: string; [field: string]: unknown };

/** The asset of each picture that was found, by its address in the page. */
export type Assets = ReadonlyMap<string, string>;

const reference = (id: string) => ({ _type: "reference", _ref: id });

/** Every picture of an article, each address once. */
export function picturesOf({ draft }: Planned): Picture[] {
  const inBody = draft.members.flatMap((member) => {
    if (member._type === "picture") return [member.picture];
    return member._type === "pictures" ? member.pictures : [];
  });
  const all = draft.cover === null ? inBody : [draft.cover, ...inBody];
  return [...new Map(all.map((picture) => [picture.src, picture])).values()];
}

/** The documents of one article: itself, and the redirect from where it was. */
export function documentsOf(planned: Planned, plan: Plan, assets: Assets): NewDocument[] {
  const { draft, id, redirectFrom, path } = planned;
  const document =
    draft.kind === "article" ? article(planned, plan, assets) : page(planned, plan, assets);
  const made = { ...document, _id: draft.isPublic ? id : `drafts.${id}`, _type: draft.kind };
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
    ...optional("source", draft.origin === null ? null : { name: draft.origin }),
    ...(tags.length === 0
      ? {}
      : { tags: tags.map((tag, at) => ({ _type: "reference", _ref: tag, _key: `t${at}` })) }),
  };
}

const optional = (name: string, value: unknown) => (value === null ? {} : { [name]: value });

function imageOf({ src, alt, caption }: Picture, assets: Assets) {
  const asset = assets.get(src);
  if (asset === undefined) return null;
  return {
    _type: "image",
    asset: reference(asset),
    ...(alt === "" ? {} : { alt }),
    ...(caption === "" ? {} : { caption }),
  };
}

function bodyOf(members: readonly Member[], assets: Assets): unknown[] {
  return members.flatMap((member): unknown[] => {
    if (member._type === "picture") {
      const image = imageOf(member.picture, assets);
      return image === null ? [] : [{ ...image, _key: member._key }];
    }
    if (member._type !== "pictures") return [member];
    const images = member.pictures.flatMap((picture, at) => {
      const image = imageOf(picture, assets);
      return image === null ? [] : [{ ...image, _key: `${member._key}-${at}` }];
    });
    return images.length === 0 ? [] : [{ _type: "gallery", _key: member._key, images }];
  });
}
