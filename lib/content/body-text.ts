import type { BodyMember } from "@/lib/content/body";
import type { Picture } from "@/lib/content/media";

/** What a member says in running words, for counting and descriptions. */
export function textOf(member: BodyMember): string {
  switch (member._type) {
    case "block":
      return member.children.map(({ text }) => text).join("");
    case "table":
      return member.rows.map(({ cells }) => cells.join(" ")).join("\n");
    case "pullQuote":
    case "callout":
      return member.text;
    case "image":
    case "gallery":
    case "video":
    case "attachment":
    case "divider":
      return "";
  }
}

/** All words that are printed or read out where a member stands, each text by itself, for searching. */
export function printedIn(member: BodyMember): string[] {
  return [textOf(member), ...besideTextOf(member)].filter((text) => text !== null);
}

function besideTextOf(member: BodyMember): (string | null)[] {
  switch (member._type) {
    case "block":
      return member.markDefs.map((mark) => (mark._type === "footnote" ? mark.text : null));
    case "table":
      return [member.caption];
    case "pullQuote":
      return [member.attribution];
    case "image":
      return printedWith(member);
    case "gallery":
      return member.images.flatMap(printedWith);
    case "video":
      return [member.transcript];
    case "attachment":
      return [member.title ?? member.file.name];
    case "callout":
    case "divider":
      return [];
  }
}

/** What stands under a picture, or in its place for those who do not see it. */
export function printedWith({ alt, caption, credit }: Picture): (string | null)[] {
  return [alt, caption, credit];
}

const longestOpening = 110;

/** How a text begins, for those who are shown no more of it; `undefined` when it has no words. */
export function openingOf(body: readonly BodyMember[]): string | undefined {
  const text = body.map(textOf).filter(Boolean).join(" ");
  const characters = [...text];
  if (characters.length <= longestOpening) return text || undefined;
  return `${characters.slice(0, longestOpening).join("")}…`;
}
