import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { z } from "zod";

import { initialTerms } from "./initials.ts";
import { indexTerms } from "./terms.ts";

const version = 3;
const longestKept = 20_000;
const rowsASecond = 1_000_000;

const textsSchema = z.object({
  title: z.string(),
  excerpt: z.string().nullable(),
  names: z.string(),
  body: z.string(),
});

/**
 * What is searched and shown of a document in one script: the names are of its category, tags and author, the body
 * is plain text.
 */
export type Texts = z.infer<typeof textsSchema>;

const shownSchema = z.object({
  id: z.string(),
  kind: z.enum(["article", "page", "contact"]),
  slug: z.string(),
  publishedAt: z.string(),
  texts: z.record(z.string(), textsSchema),
});

/** A published document with its texts by script. */
export type Searchable = z.infer<typeof shownSchema>;

const rowSchema = z
  .object({ id: z.string(), kind: z.string(), slug: z.string(), publishedAt: z.string() })
  .extend({ texts: z.string().transform((texts): unknown => JSON.parse(texts)) })
  .pipe(shownSchema);
const revisionsSchema = z.array(z.object({ id: z.string(), revision: z.string() }));
const placeSchema = z.object({ place: z.number() });
const countSchema = z.object({ count: z.number() });

const schema = `
  create table documents(
    place integer primary key, id text not null unique, revision text not null,
    kind text not null, slug text not null, published_at text not null, texts text not null
  );
  create virtual table terms using fts5(
    title, excerpt, names, body, initials, content='', contentless_delete=1, prefix='1',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* C*'"
  );
  pragma user_version = ${version};`;

/**
 * The search index in its file. A document's row number says when it was published, so newer is simply higher.
 *
 * Everything in it can be read again from the CMS: a file that cannot be used is thrown away.
 */
export class SearchStore {
  readonly #db: DatabaseSync;
  #revisions: Map<string, string> | null = null;

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Open DATA_DIR/search.db, or with `null` an index that lasts as long as the process. */
  static open(dataDir: string | null): SearchStore {
    if (dataDir === null) return new SearchStore(prepared(":memory:"));
    mkdirSync(dataDir, { recursive: true });
    const file = join(dataDir, "search.db");
    try {
      return new SearchStore(prepared(file));
    } catch (error) {
      console.warn("search: the index could not be used and is made anew", error);
      SearchStore.discard(dataDir);
      return new SearchStore(prepared(file));
    }
  }

  /** Throw the file away; a store that has it open must be closed before. */
  static discard(dataDir: string): void {
    const file = join(dataDir, "search.db");
    for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
  }

  close(): void {
    this.#db.close();
  }

  /** The revision of every document in the index. */
  revisions(): ReadonlyMap<string, string> {
    return this.#knownRevisions();
  }

  remove(ids: readonly string[]): void {
    this.#inTransaction(() => {
      for (const id of ids) this.#removeOne(id);
    });
  }

  put(documents: readonly (Searchable & { revision: string })[]): void {
    this.#inTransaction(() => {
      for (const document of documents) {
        this.#removeOne(document.id);
        this.#add(document);
      }
    });
  }

  /**
   * The documents that match, those first that do so in their title, then in title, excerpt and names, newer
   * before older. Reads no further than is asked for.
   */
  find(match: string, from: number, to: number): Searchable[] {
    const [inTitle, inHead, anywhere] = [
      `{title}: (${match})`,
      `{title excerpt names}: (${match})`,
      `(${match})`,
    ];
    const tiers = [inTitle, `(${inHead}) NOT (${inTitle})`, `${anywhere} NOT (${inHead})`];
    const search = this.#db.prepare(
      "select rowid as place from terms where terms match ? order by rowid desc limit ?",
    );
    const places: number[] = [];
    for (const tier of tiers)
      if (places.length < to)
        for (const row of search.all(tier, to - places.length))
          places.push(placeSchema.parse(row).place);
    const show = this.#db.prepare(
      "select id, kind, slug, published_at as publishedAt, texts from documents where place = ?",
    );
    return places.slice(from, to).map((place) => rowSchema.parse(show.get(place)));
  }

  /** How many documents match, counting no further than `most`. */
  count(match: string, most: number): number {
    const row = this.#db
      .prepare("select count(*) as count from (select 1 from terms where terms match ? limit ?)")
      .get(match, most);
    return countSchema.parse(row).count;
  }

  #add({ id, revision, kind, slug, publishedAt, texts }: Searchable & { revision: string }): void {
    const place = this.#freePlace(publishedAt);
    const versions = Object.values(texts);
    this.#db
      .prepare(
        "insert into terms(rowid, title, excerpt, names, body, initials) values(?, ?, ?, ?, ?, ?)",
      )
      .run(
        place,
        indexTerms(versions.map(({ title }) => title)),
        indexTerms(versions.map(({ excerpt }) => excerpt ?? "")),
        indexTerms(versions.map(({ names }) => names)),
        indexTerms(versions.map(({ body }) => body)),
        initialTerms(versions.map(({ title }) => title)),
      );
    const kept = Object.entries(texts).map(([script, text]) => [
      script,
      { ...text, body: text.body.slice(0, longestKept) },
    ]);
    this.#db
      .prepare("insert into documents values(?, ?, ?, ?, ?, ?, ?)")
      .run(place, id, revision, kind, slug, publishedAt, JSON.stringify(Object.fromEntries(kept)));
    this.#knownRevisions().set(id, revision);
  }

  #knownRevisions(): Map<string, string> {
    if (this.#revisions !== null) return this.#revisions;
    const rows = revisionsSchema.parse(
      this.#db.prepare("select id, revision from documents").all(),
    );
    this.#revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
    return this.#revisions;
  }

  #freePlace(publishedAt: string): number {
    const first = Math.max(0, Math.floor(Date.parse(publishedAt) / 1000)) * rowsASecond;
    const row = this.#db
      .prepare("select max(place) as place from documents where place >= ? and place < ?")
      .get(first, first + rowsASecond);
    const taken = placeSchema.safeParse(row);
    return taken.success ? taken.data.place + 1 : first;
  }

  #removeOne(id: string): void {
    const row = this.#db.prepare("delete from documents where id = ? returning place").get(id);
    this.#knownRevisions().delete(id);
    if (row === undefined) return;
    this.#db.prepare("delete from terms where rowid = ?").run(placeSchema.parse(row).place);
  }

  #inTransaction(work: () => void): void {
    this.#db.exec("begin immediate");
    try {
      work();
      this.#db.exec("commit");
    } catch (error) {
      this.#revisions = null;
      this.#db.exec("rollback");
      throw error;
    }
  }
}

const sqliteErrorSchema = z.object({ errcode: z.int() });
/** SQLITE_CORRUPT and SQLITE_NOTADB; the lowest byte names the kind, the rest the place. */
const damages = new Set([11, 26]);

/** Whether an error says that the file is damaged inside, which is found out only where it is read, and never heals. */
export function isDamage(error: unknown): boolean {
  const { data } = sqliteErrorSchema.safeParse(error);
  return data !== undefined && damages.has(data.errcode & 0xff);
}

function prepared(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  try {
    db.exec("pragma journal_mode = wal; pragma synchronous = normal;");
    const found = z
      .object({ user_version: z.number() })
      .parse(db.prepare("pragma user_version").get());
    if (found.user_version === 0) db.exec(`begin; ${schema} commit;`);
    else if (found.user_version !== version)
      throw new Error(`The search index has version ${found.user_version}, not ${version}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
