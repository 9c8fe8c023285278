import type { Member, Picture } from "./members.ts";

/** The asset of each picture that was found, by its address in the page. */
export type Assets = ReadonlyMap<string, string>;

type BodyMember = { _type: string; _key: string; images?: readonly object[] };

/** Every picture of some members, each address once. */
export function picturesOf(members: readonly Member[]): Picture[] {
  const all = members.flatMap((member) => {
    if (member._type === "picture") return [member.picture];
    return member._type === "pictures" ? member.pictures : [];
  });
  return [...new Map(all.map((picture) => [picture.src, picture])).values()];
}

/** The image of a picture; `null` when it has no asset. */
export function imageOf({ src, alt, caption }: Picture, assets: Assets) {
  const asset = assets.get(src);
  if (asset === undefined) return null;
  return {
    _type: "image",
    asset: { _type: "reference", _ref: asset },
    ...(alt === "" ? {} : { alt }),
    ...(caption === "" ? {} : { caption }),
  };
}

/** The members as a body holds them. A picture without an asset is left out. */
export function bodyOf(members: readonly Member[], assets: Assets): BodyMember[] {
  return members.flatMap((member): BodyMember[] => {
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
