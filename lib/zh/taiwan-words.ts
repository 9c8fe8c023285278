import { joinPieces } from "./pieces.ts";
import { business } from "./taiwan/business.ts";
import { computingSenses } from "./taiwan/computing-senses.ts";
import { computing } from "./taiwan/computing.ts";
import { dailyLife } from "./taiwan/daily-life.ts";
import { internet } from "./taiwan/internet.ts";
import { keptNames } from "./taiwan/kept-names.ts";
import { isPartOfName } from "./taiwan/names-of-bodies.ts";
import { safeFromTaiwan, safeTowardsTaiwan } from "./taiwan/opencc-words.ts";
import { peopleAndBrands } from "./taiwan/people-and-brands.ts";
import { places } from "./taiwan/places.ts";
import { science } from "./taiwan/science.ts";
import type { Sense } from "./taiwan/sense.ts";
import { senses } from "./taiwan/senses.ts";
import { society } from "./taiwan/society.ts";
import { travel } from "./taiwan/travel.ts";
import { toSimplified } from "./to-simplified.ts";
import { toTraditional } from "./to-traditional.ts";

type Rows = readonly (readonly [string, string])[];

/** What a word list says instead of a form where the mainland's word stays. */
const keptForm = "";

/** Each row is the mainland's word in Simplified and Taiwan's in standard Traditional; `>` in place of `=` does not lead back. */
const lists = [
  computing,
  internet,
  business,
  travel,
  society,
  dailyLife,
  science,
  places,
  peopleAndBrands,
];

const allSenses = new Map(Object.entries({ ...senses, ...computingSenses }));

type OwnRow = { word: string; form: string; isOneWay: boolean };

function rowOf(text: string): OwnRow {
  const at = text.search(/[=>]/u);
  return { word: text.slice(0, at), form: text.slice(at + 1), isOneWay: text.charAt(at) === ">" };
}

let known: OwnRow[] | null = null;

/** Our own words, domain by domain. */
function ownTaiwanWords(): readonly OwnRow[] {
  known ??= lists.flatMap((list) => list.trim().split(/\s+/).map(rowOf));
  return known;
}

const simplified = (text: string): string =>
  joinPieces(toSimplified([{ start: 0, end: text.length, text }]));
const standard = (text: string): string => joinPieces(toTraditional(text, 0, text.length));

/** Taiwan's vocabulary by Simplified word: kept names, our own words, then OpenCC's less those that go wrong in prose. The first row wins. */
export function taiwanWords(opencc: Rows): Rows {
  return [
    ...keptNames
      .trim()
      .split(/\s+/)
      .map((name): [string, string] => [name, keptForm]),
    ...ownTaiwanWords().map(({ word, form }): [string, string] => [word, form]),
    ...safeTowardsTaiwan(opencc).map(([word, form]): [string, string] => [simplified(word), form]),
    ...[...allSenses.keys()].map((word): [string, string] => [word, keptForm]),
  ];
}

/** 雪梨 is also a pear. */
const cityOfSydney: Rows = ["大學", "歌劇院", "市", "奧運", "港", "街頭", "機場"].map(
  (place): [string, string] => [`雪梨${place}`, `悉尼${place}`],
);

/** The way back from Taiwan's vocabulary: our own words that mean one thing, then OpenCC's less those with a common meaning of their own. */
export function fromTaiwanWords(opencc: Rows): Rows {
  const back = ownTaiwanWords()
    .filter(({ isOneWay }) => !isOneWay)
    .map(({ word, form }): [string, string] => [form, standard(word)]);
  return [...cityOfSydney, ...back, ...safeFromTaiwan(opencc)];
}

const reach = 20;
const sentenceEnd = "。！？；\n";

function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from > 0 && !sentenceEnd.includes(text.charAt(from - 1))) from--;
  while (to < text.length && !sentenceEnd.includes(text.charAt(to))) to++;
  return text.slice(from, to);
}

function fits({ before, after, topic }: Sense, text: string, start: number, end: number): boolean {
  return (
    (before?.test(text.slice(Math.max(0, start - reach), start)) ?? true) &&
    (after?.test(text.slice(end, end + reach * 2)) ?? true) &&
    (topic?.test(sentenceAround(text, start, end)) ?? true)
  );
}

/** The form of a listed word at its place in a Simplified text, or null where the mainland's word stays. */
export function taiwanFormAt(
  text: string,
  { start, end, form }: { start: number; end: number; form: string },
): string | null {
  if (isPartOfName(text, start, end)) return null;
  const sense = allSenses.get(text.slice(start, end))?.find((each) => fits(each, text, start, end));
  return (sense ? sense.form : form) || null;
}
