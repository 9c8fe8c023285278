import phrases from "../../lib/zh/data/phrases.json" with { type: "json" };
import { joinPieces } from "../../lib/zh/pieces.ts";
import { readRows } from "../../lib/zh/rows.ts";
import { allSenses } from "../../lib/zh/taiwan-words.ts";
import { business } from "../../lib/zh/taiwan/business.ts";
import { computing } from "../../lib/zh/taiwan/computing.ts";
import { dailyLife } from "../../lib/zh/taiwan/daily-life.ts";
import { internet } from "../../lib/zh/taiwan/internet.ts";
import { keptNames } from "../../lib/zh/taiwan/kept-names.ts";
import { safeFromTaiwan, safeTowardsTaiwan } from "../../lib/zh/taiwan/opencc-words.ts";
import { peopleAndBrands } from "../../lib/zh/taiwan/people-and-brands.ts";
import { places } from "../../lib/zh/taiwan/places.ts";
import { science } from "../../lib/zh/taiwan/science.ts";
import { society } from "../../lib/zh/taiwan/society.ts";
import { travel } from "../../lib/zh/taiwan/travel.ts";
import { toSimplified } from "../../lib/zh/to-simplified.ts";
import { toTraditional } from "../../lib/zh/to-traditional.ts";

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

type OwnRow = { word: string; form: string; isOneWay: boolean };

function rowOf(text: string): OwnRow {
  const at = text.search(/[=>]/u);
  return { word: text.slice(0, at), form: text.slice(at + 1), isOneWay: text.charAt(at) === ">" };
}

/** Our own words, domain by domain. */
const ownWords: readonly OwnRow[] = lists.flatMap((list) => list.trim().split(/\s+/).map(rowOf));

const simplified = (text: string): string =>
  joinPieces(toSimplified([{ start: 0, end: text.length, text }]));
const standard = (text: string): string => joinPieces(toTraditional(text, 0, text.length));

/** Taiwan's vocabulary by Simplified word: kept names, our own words, then OpenCC's less those that go wrong in prose. The first row wins. */
function taiwanWords(opencc: Rows): Rows {
  return [
    ...keptNames
      .trim()
      .split(/\s+/)
      .map((name): [string, string] => [name, keptForm]),
    ...ownWords.map(({ word, form }): [string, string] => [word, form]),
    ...safeTowardsTaiwan(opencc).map(([word, form]): [string, string] => [simplified(word), form]),
    ...[...allSenses.keys()].map((word): [string, string] => [word, keptForm]),
  ];
}

/** 雪梨 is also a pear. */
const cityOfSydney: Rows = ["大學", "歌劇院", "市", "奧運", "港", "街頭", "機場"].map(
  (place): [string, string] => [`雪梨${place}`, `悉尼${place}`],
);

/** The way back from Taiwan's vocabulary: our own words that mean one thing, then OpenCC's less those with a common meaning of their own. */
function fromTaiwanWords(opencc: Rows): Rows {
  const back = ownWords
    .filter(({ isOneWay }) => !isOneWay)
    .map(({ word, form }): [string, string] => [form, standard(word)]);
  return [...cityOfSydney, ...back, ...safeFromTaiwan(opencc)];
}

/** As OpenCC takes its rows: the first for a word wins. */
function firstRows(rows: Rows): Rows {
  const forms = new Map(rows.toReversed());
  return [...new Set(rows.map(([word]) => word))].map((word) => [word, forms.get(word) ?? ""]);
}

const join = (rows: Rows): string => rows.map(([word, form]) => `${word} ${form}`).join("|");

/** Make lib/zh/data/taiwan.json by means of the other files there, which have to be packed before. */
export function packTaiwan(): string {
  return JSON.stringify({
    words: join(firstRows(taiwanWords(readRows(phrases.taiwanWords)))),
    back: join(firstRows(fromTaiwanWords(readRows(phrases.fromTaiwanWords)))),
  });
}
