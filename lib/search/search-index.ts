import { highlight, snippet, type Piece } from "./highlight.ts";
import type { SearchStore, Searchable } from "./store.ts";
import { readQuery } from "./terms.ts";

/** What there is to find: the revision of every published document by its id. */
export type Catalogue = ReadonlyMap<string, string>;

/** Reads documents from the CMS; one that is gone or malformed is missing in the answer. */
export type ReadDocuments = (ids: readonly string[]) => Promise<Searchable[]>;

const batch = 20;

/**
 * Make the index hold what the catalogue names and nothing else.
 *
 * Documents that are gone leave it first. A document that could not be read leaves it too, and is read again
 * when its revision changes; `unreadable` remembers which.
 */
export async function renewIndex(
  store: SearchStore,
  {
    catalogue,
    read,
    unreadable,
  }: { catalogue: Catalogue; read: ReadDocuments; unreadable: Map<string, string> },
): Promise<void> {
  const held = store.revisions();
  const gone = [...held.keys()].filter((id) => !catalogue.has(id));
  if (gone.length > 0) store.remove(gone);
  const changed = [...catalogue].filter(
    ([id, revision]) => held.get(id) !== revision && unreadable.get(id) !== revision,
  );
  for (let at = 0; at < changed.length; at += batch) {
    const part = changed.slice(at, at + batch);
    // oxlint-disable-next-line no-await-in-loop -- a bounded number of documents is in memory at once
    const documents = await read(part.map(([id]) => id));
    const found = new Map(documents.map((document) => [document.id, document]));
    const missing = part.filter(([id]) => !found.has(id));
    for (const [id, revision] of missing) unreadable.set(id, revision);
    store.remove(missing.map(([id]) => id));
    store.put(
      part.flatMap(([id, revision]) => {
        const document = found.get(id);
        return document === undefined ? [] : [{ ...document, revision }];
      }),
    );
  }
}

type Hit = {
  id: string;
  kind: Searchable["kind"];
  slug: string;
  publishedAt: string;
  title: Piece[];
  snippet: Piece[];
};

export type Found = { hits: Hit[]; total: number; hasMore: boolean; page: number; pages: number };

/** Nobody turns further pages than this holds; counting on would only cost time. */
const mostHits = 500;

export type Search = { typed: string; script: string; page: number; pageSize: number };

/** Look for what was typed, page 1 being the first and the last one standing for all after it; `null` for no question. */
export function search(store: SearchStore, asked: Search): Found | null {
  const { typed, script, pageSize } = asked;
  const wanted = readQuery(typed);
  if (wanted === null) return null;
  const counted = store.count(wanted.match, mostHits + 1);
  const total = Math.min(counted, mostHits);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(asked.page, pages);
  const from = (page - 1) * pageSize;
  const documents = store.find(wanted.match, from, Math.min(total, from + pageSize));
  return {
    hits: documents.flatMap((document) => hitOf(document, script, wanted.words)),
    total,
    hasMore: counted > mostHits,
    page,
    pages,
  };
}

function hitOf({ texts, ...document }: Searchable, script: string, words: string[]): Hit[] {
  const text = texts[script];
  if (text === undefined) return [];
  const { title, excerpt, names, body } = text;
  return [
    {
      ...document,
      title: highlight(title, words),
      snippet: snippet([excerpt, body, names], words),
    },
  ];
}
