import type { DatabaseSync } from "node:sqlite";

import { deepTexts, fold, type TextTerm } from "./text.ts";

const letters = /[\p{L}\p{N}]/u;

/**
 * Cut a text into the terms of the index: every pair of neighbouring letters.
 *
 * Pairs find a Chinese word of two characters in the middle of a sentence, and any longer word or part of one by
 * the pairs it is made of.
 */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  let before = "";
  for (const character of fold(text)) {
    const isLetter = letters.test(character);
    if (isLetter && before) pairs.add(before + character);
    before = isLetter ? character : "";
  }
  return pairs;
}

/** Spell a pair in letters that FTS5's tokenizer neither splits nor folds. */
function spelled(pair: string): string {
  return Array.from(pair, (character) => (character.codePointAt(0) ?? 0).toString(32)).join("z");
}

/**
 * Write the index query that finds every document holding all terms; null when they are too short to tell.
 *
 * It may find more: that the pairs stand together is for the query itself to see.
 */
export function indexQuery(terms: readonly TextTerm[]): string | null {
  const pairs = new Set(terms.flatMap(({ text }) => Array.from(pairsOf(text))));
  return pairs.size > 0 ? Array.from(pairs, (pair) => `"${spelled(pair)}"`).join(" AND ") : null;
}

type Pending = { seq: number; body: string | null };

function isPending(row: unknown): row is Pending {
  return typeof row === "object" && row !== null && "seq" in row && typeof row.seq === "number";
}

/**
 * Move up to `count` documents from `text_pending` into the index, in one transaction. Answers how many.
 *
 * A document that is gone leaves the index too.
 */
export function indexPending(db: DatabaseSync, count: number): number {
  const rows = db
    .prepare(
      "select p.seq, d.body from text_pending p left join documents d on d.seq = p.seq order by p.seq limit ?",
    )
    .all(count)
    .filter(isPending);
  if (rows.length === 0) return 0;
  const prepared = rows.map(({ seq, body }) => ({
    seq,
    body,
    terms: body === null ? null : termsOf(body),
  }));
  db.exec("begin immediate");
  try {
    const current = db.prepare("select body from documents where seq = ?");
    const drop = db.prepare("delete from text_index where rowid = ?");
    const add = db.prepare("insert into text_index(rowid, terms) values(?, ?)");
    const settle = db.prepare("delete from text_pending where seq = ?");
    for (const { seq, body, terms } of prepared) {
      if ((current.get(seq)?.["body"] ?? null) !== body) continue;
      drop.run(seq);
      if (terms !== null) add.run(seq, terms);
      settle.run(seq);
    }
    db.exec("commit");
  } catch (error) {
    db.exec("rollback");
    throw error;
  }
  return rows.length;
}

function termsOf(body: string): string {
  const texts = deepTexts(JSON.parse(body));
  const pairs = new Set(texts.flatMap((text) => Array.from(pairsOf(text))));
  return Array.from(pairs, spelled).join(" ");
}
