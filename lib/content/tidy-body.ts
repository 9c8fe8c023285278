import type { Block, BodyMember } from "@/lib/content/body";

type Span = Block["children"][number];

/**
 * Prepare a converted body for showing.
 *
 * The marks that only steer conversion have done their work; left in place they would cut a sentence into pieces.
 * Headings keep their order but start at the level below the page's title and skip none.
 */
export function tidyBody(body: readonly BodyMember[]): BodyMember[] {
  const levels = headingLevels(body);
  return body.map((member) => (member._type === "block" ? tidyBlock(member, levels) : member));
}

function tidyBlock(block: Block, levels: ReadonlyMap<string, Block["style"]>): Block {
  const steering = new Set(
    block.markDefs.flatMap(({ _key, _type }) =>
      _type === "noConvert" || _type === "variant" ? [_key] : [],
    ),
  );
  const children = block.children.map((span) => ({
    ...span,
    marks: span.marks.filter((mark) => !steering.has(mark)),
  }));
  return {
    ...block,
    style: levels.get(block.style) ?? block.style,
    children: children.reduce(joinAlike, []),
    markDefs: block.markDefs.filter(({ _key }) => !steering.has(_key)),
  };
}

function joinAlike(spans: Span[], span: Span): Span[] {
  const last = spans.at(-1);
  if (last === undefined || last.marks.join() !== span.marks.join()) return [...spans, span];
  return [...spans.slice(0, -1), { ...last, text: last.text + span.text }];
}

const headings = ["h2", "h3", "h4"] as const;

/** The level each heading style is shown at: the styles in use, closed up from the top. */
function headingLevels(body: readonly BodyMember[]): Map<string, Block["style"]> {
  const used = new Set(body.map((member) => (member._type === "block" ? member.style : "")));
  const inUse = headings.filter((style) => used.has(style));
  return new Map(inUse.map((style, at) => [style, headings[at] ?? style]));
}
