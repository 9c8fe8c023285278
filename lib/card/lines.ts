/** How wide a text is, in any unit. */
export type Measure = (text: string) => number;

// CLREQ 3.1.5: what may not begin a line, and what may not end one.
const noBeginning =
  /^[\p{Pe}\p{Pf}、，。．：；！？‼⁇·・…—–～%％‰℃,.:;!?）」』》〉】〕〗］｝”’々〻ー]/u;
const noEnd = /[\p{Ps}\p{Pi}（「『《〈【〔〖［｛“‘￥$＄#]$/u;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Cut a text where a line may end: between words, marks staying with the word they belong to. */
function unbreakable(text: string): string[] {
  const units: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = units.at(-1);
    if (last === undefined || mayBreak(last, segment)) units.push(segment);
    else units[units.length - 1] = last + segment;
  }
  return units;
}

function mayBreak(before: string, after: string): boolean {
  if (/^\s/.test(after) || noBeginning.test(after) || noEnd.test(before)) return false;
  return !(
    /[\p{Script=Latin}\p{N}/@_-]$/u.test(before) && /^[\p{Script=Latin}\p{N}/@_-]/u.test(after)
  );
}

/** The parts of a unit that is wider than a line: its characters, each mark with the one it belongs to. */
function cut(unit: string): string[] {
  const parts: string[] = [];
  for (const character of unit) {
    const last = parts.at(-1);
    if (last === undefined || !(noBeginning.test(character) || noEnd.test(last)))
      parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  return parts;
}

function unitsOf(text: string, width: number, measure: Measure): string[] {
  const units = unbreakable(text.replaceAll(/\s+/g, " ").trim());
  return units.flatMap((unit) => (measure(unit) > width ? cut(unit) : [unit]));
}

/** Fill lines as far as they go. */
function fill(units: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const unit of units) {
    if (line !== "" && measure((line + unit).trim()) > width) {
      lines.push(line.trim());
      line = "";
    }
    line += unit;
  }
  return line.trim() === "" ? lines : [...lines, line.trim()];
}

/**
 * Break a text into as few lines of at most `width` as it needs, and make them about as long as each other, so that
 * no character is left alone on the last.
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const units = unitsOf(text, width, measure);
  const lines = fill(units, width, measure);
  let [narrowest, widest] = [Math.max(width / 2, ...units.map(measure)), width];
  while (widest - narrowest > width / 64) {
    const tried = (narrowest + widest) / 2;
    if (fill(units, tried, measure).length > lines.length) narrowest = tried;
    else widest = tried;
  }
  return lines.length < 2 ? lines : fill(units, widest, measure);
}

/** Shorten a text by whole characters until it needs no more than `most` lines; what is left out shows as `…`. */
export function clampLines(
  text: string,
  { width, most, measure }: { width: number; most: number; measure: Measure },
): string[] {
  const lines = breakLines(text, width, measure);
  if (lines.length <= most) return lines;
  const filled = fill(unitsOf(text, width, measure), width, measure).slice(0, most);
  const last = Array.from(filled.at(-1) ?? "");
  while (last.length > 1 && (measure(`${last.join("")}…`) > width || noEnd.test(last.join(""))))
    last.pop();
  return [...filled.slice(0, -1), `${last.join("")}…`];
}
