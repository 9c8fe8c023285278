import type { BodyMember } from "@/lib/content/body";

/** What a member says in words, for counting, searching and descriptions. */
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

const longestOpening = 110;

/** How a text begins, for those who are shown no more of it; `undefined` when it has no words. */
export function openingOf(body: readonly BodyMember[]): string | undefined {
  const text = body.map(textOf).filter(Boolean).join(" ");
  const characters = [...text];
  if (characters.length <= longestOpening) return text || undefined;
  return `${characters.slice(0, longestOpening).join("")}…`;
}
