import type { DatabaseSync } from "node:sqlite";

import type { QueryRequest } from "./engine.ts";

type Json = Uint8Array<ArrayBuffer>;

/** Finished answers, for as long as no document changes. */
export type AnswerCache = {
  /**
   * The answer to the same question while the documents were as they are now; else what `make` answers, kept if no
   * document changed meanwhile.
   */
  answer(request: QueryRequest, make: () => Promise<Json>): Promise<Json>;
};

const mostBytes = 12_000_000;
const mostBytesEach = 512 * 1024;
const mostAnswers = 4000;
const mostKeyCharacters = 8192;

/** What else but documents and parameters an answer may depend on. The words may stand in a text too: that costs a look. */
const dependsOnMore = /\b(?:now|identity)\b/;

/**
 * Name a question: two readers share a name exactly when they ask the same and may see the same.
 *
 * Null for what is not kept. Parameters with a null in their JSON are among it, because that is also how JSON writes
 * an infinite number.
 */
function nameOf({ dataset, query, params, perspective, isAnonymous }: QueryRequest): string | null {
  if (query.length > mostKeyCharacters || dependsOnMore.test(query)) return null;
  const given = JSON.stringify(params);
  if (given.length > mostKeyCharacters || given.includes("null")) return null;
  return JSON.stringify([isAnonymous, dataset, perspective, query, given]);
}

/**
 * Keep answers until a document changes, by whatever way: the file itself counts the changes.
 *
 * The count is read on `db` before and after an answer is made; only if it stood still does the answer belong to it.
 * The least recently asked go first once there are too many or too large ones.
 */
export function createAnswerCache(db: DatabaseSync): AnswerCache {
  const version = db.prepare("select number from documents_version");
  const answers = new Map<string, Json>();
  let bytes = 0;
  let answersAt: unknown = null;

  function currentVersion(): unknown {
    const current = version.get()?.["number"];
    if (current !== answersAt) {
      answers.clear();
      bytes = 0;
      answersAt = current;
    }
    return current;
  }

  function drop(name: string): void {
    bytes -= answers.get(name)?.byteLength ?? 0;
    answers.delete(name);
  }

  function add(name: string, json: Json): void {
    if (json.byteLength > mostBytesEach) return;
    drop(name);
    answers.set(name, json);
    bytes += json.byteLength;
    for (const oldest of answers.keys()) {
      if (bytes <= mostBytes && answers.size <= mostAnswers) return;
      drop(oldest);
    }
  }

  function find(name: string): Json | null {
    const found = answers.get(name);
    if (!found) return null;
    answers.delete(name);
    answers.set(name, found);
    return found;
  }

  return {
    async answer(request, make) {
      const name = nameOf(request);
      if (name === null) return make();
      const before = currentVersion();
      const found = find(name);
      if (found) return found;
      const json = await make();
      if (before === currentVersion()) add(name, json);
      return json;
    },
  };
}
