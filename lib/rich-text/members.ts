/** Makes a `_key`, a new one with every call. */
export type NewKey = () => string;

export type Span = { _type: "span"; _key: string; text: string; marks: string[] };
export type Link = { _type: "link"; _key: string; href: string };
export type Style = "normal" | "h2" | "h3" | "h4" | "blockquote";

export type Block = {
  _type: "block";
  _key: string;
  style: Style;
  listItem?: "bullet" | "number";
  level?: number;
  children: Span[];
  markDefs: Link[];
};

/** A picture as its page names it; whoever knows the files makes an image of it. */
export type Picture = { src: string; alt: string; caption: string };
type PictureMember = { _type: "picture"; _key: string; picture: Picture };
type GalleryMember = { _type: "pictures"; _key: string; pictures: Picture[] };
type Row = { _key: string; cells: string[] };

export type Table = {
  _type: "table";
  _key: string;
  caption?: string;
  headerRow: boolean;
  rows: Row[];
};

type Divider = { _type: "divider"; _key: string };

/** A member of a body, with pictures still to be found: see docs/content-model.md for the others. */
export type Member = Block | PictureMember | GalleryMember | Table | Divider;

/** What could not become text: a film, a sound, a frame of another site. */
export type Reading = { members: Member[]; lost: string[] };

/** The text of a block without its marks. */
export const textOf = ({ children }: Block): string => children.map(({ text }) => text).join("");

/** All words of members, a line each: to tell the script, or to make an excerpt of. */
export function linesOf(members: readonly Member[]): string[] {
  return members.flatMap((member) => {
    if (member._type === "block") return [textOf(member)];
    if (member._type === "table") return member.rows.flatMap(({ cells }) => cells);
    return [];
  });
}
