import type { DatabaseSync, StatementSync } from "node:sqlite";

import {
  byType,
  conditionSql,
  conjuncts,
  isNarrow,
  isSelective,
  oddProbeSql,
  singleType,
  sparseIndex,
  type Sql,
  type SqlContext,
  type SqlValue,
} from "./condition-sql.ts";
import { createCounts } from "./counts.ts";
import {
  isInLayer,
  layersOf,
  presented,
  shownSql,
  type Layer,
  type Perspective,
} from "./layers.ts";
import { mergeSorted } from "./merge.ts";
import { partSql, valueSql } from "./schema.ts";
import type { Condition, Order, Page, Scan, Source } from "./source.ts";
import { attribute, isObject, partialCompare, totalCompare, type Document } from "./values.ts";

/** Whose eyes a dataset is read with. */
export type Reader = { dataset: string; perspective: Perspective; isAnonymous: boolean };

/** Statements kept prepared, and counts kept until a document changes. */
export type Statements = {
  rows(sql: string, values: readonly SqlValue[]): Generator<Document>;
  /** The documents with these row numbers, in this order; `body` is the SQL of what is wanted of each. */
  bodies(body: string, seqs: readonly number[]): Document[];
  /** The numbers of the first column. */
  numbers(sql: string, values: readonly SqlValue[]): number[];
  exists(sql: string, values: readonly SqlValue[]): boolean;
  count(sql: string, values: readonly SqlValue[]): number;
};

/** SQLite looks into a bare `limit ?` while it plans, and then plans anew at every run: that costs ten times the look-up. */
const limitSql = "limit ? + 0 offset ? + 0";

const rememberedStatements = 200;
const rememberedTargets = 1000;

function parseRow(row: unknown): Document {
  const body = isObject(row) ? row["body"] : null;
  const document: unknown = typeof body === "string" ? JSON.parse(body) : null;
  if (!isObject(document)) throw new TypeError("A stored document is not an object");
  return document;
}

/** Prepare statements on a connection once each; one that is being read is not handed out twice. */
export function createStatements(db: DatabaseSync, isThrifty = false): Statements {
  const idle = new Map<string, StatementSync[]>();
  const counts = createCounts(isThrifty);
  const version = db.prepare("select number from documents_version");
  const borrow = (sql: string): StatementSync => idle.get(sql)?.pop() ?? db.prepare(sql);
  const giveBack = (sql: string, statement: StatementSync): void => {
    const list = idle.get(sql) ?? [];
    if (idle.size < rememberedStatements || idle.has(sql)) idle.set(sql, [...list, statement]);
  };
  const first = (sql: string, values: readonly SqlValue[]): unknown => {
    const statement = borrow(sql);
    const row = statement.get(...values);
    giveBack(sql, statement);
    return row;
  };
  return {
    *rows(sql, values) {
      const statement = borrow(sql);
      try {
        for (const row of statement.iterate(...values)) yield parseRow(row);
      } finally {
        giveBack(sql, statement);
      }
    },
    bodies: (body, seqs) => {
      // One statement for all of a page: a thousand small ones cost twice as much.
      const sql = `select d.seq as seq, ${body} as body from json_each(?) s cross join documents d on d.seq = s.value`;
      const statement = borrow(sql);
      const found = statement.all(JSON.stringify(seqs));
      giveBack(sql, statement);
      const bySeq = new Map(found.map((row) => [row["seq"], row]));
      return seqs.flatMap((seq) => {
        const row = bySeq.get(seq);
        return row ? [parseRow(row)] : [];
      });
    },
    numbers: (sql, values) => {
      const statement = borrow(sql);
      const found = statement.all(...values).map((row) => Number(Object.values(row)[0]));
      giveBack(sql, statement);
      return found;
    },
    exists: (sql, values) => first(sql, values) !== undefined,
    count: (sql, values) => {
      const key = JSON.stringify([sql, values]);
      return counts(version.get()?.["number"], key, () =>
        Number(attribute(first(sql, values), "count")),
      );
    },
  };
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce(attribute, document);
}

const compareIds = (left: Document, right: Document): number =>
  partialCompare(left["_id"], right["_id"]) ?? 0;

type Tie = "asc" | "desc";
type Part = { where: string; order: string };

/** Tell whether a condition leaves only documents that have a value at a path. */
const isPresent = (condition: Condition, path: readonly string[]): boolean =>
  conjuncts(condition).some(
    (part) => part.kind === "range" && part.path.join(".") === path.join("."),
  );

/** What has no value comes last; SQLite would have it first. */
function orderParts(condition: Condition, { path, isDescending }: Order, tie: Tie): Part[] {
  const column = valueSql(path);
  const missing = { where: `${column} is null`, order: `id ${tie}` };
  const direction = isDescending ? "desc" : "asc";
  const present = { where: `${column} is not null`, order: `${column} ${direction}, id ${tie}` };
  if (isPresent(condition, path)) return [present];
  return isDescending ? [missing, present] : [present, missing];
}

const isId = (key: Order): boolean => key.path.join(".") === "_id";
const tieOf = (key: Order | undefined): Tie => (key?.isDescending ? "desc" : "asc");

/** Read keys that, with the id, leave no two documents alike: none, one, `_id`, or one and then `_id`. */
function totalOrder(keys: readonly Order[]): { first: Order | null; tie: Tie } | null {
  const [first, second] = keys;
  if (!first || isId(first)) return { first: null, tie: tieOf(first) };
  if (second && !isId(second)) return null;
  return { first, tie: tieOf(second) };
}

/**
 * A dataset in the lake's file, as much as possible of the work left to SQLite's indices.
 *
 * The connection must be inside a read transaction, so that every part of a query sees the same moment.
 */
export class SqliteSource implements Source {
  readonly #statements: Statements;
  readonly #reader: Reader;
  readonly #layers: readonly Layer[];
  readonly #dereferenced = new Map<string, Document | null>();
  readonly #plain = new Map<string, boolean>();

  constructor(statements: Statements, reader: Reader) {
    this.#statements = statements;
    this.#reader = reader;
    this.#layers = layersOf(reader.perspective, reader.isAnonymous);
  }

  scan(condition: Condition, order?: Order): Scan {
    if (order?.path.join(".") === "_id")
      return { documents: this.#inIdOrder(condition, order.isDescending), isOrdered: true };
    if (order && !isSelective(condition) && this.#isPlain(singleType(condition), order.path)) {
      return { documents: this.#ordered(condition, order), isOrdered: true };
    }
    return { documents: this.#inIdOrder(condition, false), isOrdered: false };
  }

  window(condition: Condition, keys: readonly Order[], page: Page): Document[] | null {
    const [layer, ...others] = this.#layers;
    const order = totalOrder(keys);
    if (!layer || !order || others.length > 0) return null;
    if (!this.#restrict(condition, layer).isExact) return null;
    if (!order.first) return this.#pageById(layer, condition, order.tie, page);
    if (!this.#isPlain(singleType(condition), order.first.path)) return null;
    return this.#pageOf(layer, condition, orderParts(condition, order.first, order.tie), page);
  }

  get(id: string): Document | null {
    const known = this.#dereferenced.get(id);
    if (known !== undefined) return known;
    const found = this.#find(id);
    if (this.#dereferenced.size < rememberedTargets) this.#dereferenced.set(id, found);
    return found;
  }

  count(condition: Condition): number | null {
    const parts = this.#layers.map((layer) => ({ layer, sql: this.#restrict(condition, layer) }));
    if (!parts.every(({ sql }) => sql.isExact)) return null;
    return parts.reduce((total, { layer, sql }) => {
      const text = `select count(*) as count from documents where ${sql.text} and ${shownSql(layer)}`;
      return total + this.#statements.count(text, sql.values);
    }, 0);
  }

  #isPlain(type: string | null, path: readonly string[]): boolean {
    const probe = type === null ? null : oddProbeSql(path);
    if (probe === null || type === null) return false;
    const key = JSON.stringify([type, path]);
    const known = this.#plain.get(key);
    if (known !== undefined) return known;
    const isPlain = !this.#statements.exists(probe, [this.#reader.dataset, type]);
    this.#plain.set(key, isPlain);
    return isPlain;
  }

  #context(condition: Condition, layer: Layer): SqlContext {
    const type = singleType(condition);
    return { dataset: this.#reader.dataset, layer, isPlain: (path) => this.#isPlain(type, path) };
  }

  #restrict(condition: Condition, layer: Layer): Sql {
    const { dataset } = this.#reader;
    const { text, values, isExact } = conditionSql(condition, this.#context(condition, layer));
    return {
      text: `dataset = ? and (${layer.where}) and (${text})`,
      values: [dataset, ...values],
      isExact,
    };
  }

  #from(condition: Condition, layer: Layer): string {
    const index =
      singleType(condition) === null
        ? null
        : sparseIndex(condition, this.#context(condition, layer));
    return index ? `documents indexed by ${index}` : "documents";
  }

  *#rows(layer: Layer, condition: Condition, tail: string): Generator<Document> {
    const { text, values } = this.#restrict(condition, layer);
    const sql = `select body from ${this.#from(condition, layer)} where ${text} ${tail}`;
    for (const row of this.#statements.rows(sql, values)) {
      const document = presented(row, layer);
      if (document) yield document;
    }
  }

  #inIdOrder(condition: Condition, isDescending: boolean): Iterable<Document> {
    const streams = this.#layers.map((layer) => this.#byId(layer, condition, isDescending));
    return mergeSorted(streams, (left, right) => compareIds(left, right) * (isDescending ? -1 : 1));
  }

  /** Few documents are found by the best index there is and sorted without their bodies. */
  *#byId(layer: Layer, condition: Condition, isDescending: boolean): Generator<Document> {
    const direction = isDescending ? "desc" : "asc";
    const isSparse = this.#from(condition, layer) !== "documents";
    if (!isSparse && !isNarrow(condition))
      return yield* this.#rows(layer, condition, `order by id ${direction}`);
    const { text, values } = this.#restrict(condition, layer);
    const from = this.#from(condition, layer);
    for (const seq of this.#statements.numbers(
      `select seq from ${from} where ${text} order by +id ${direction}`,
      values,
    )) {
      for (const row of this.#statements.rows("select body from documents where seq = ?", [seq])) {
        const document = presented(row, layer);
        if (document) yield document;
      }
    }
  }

  *#inOrder(layer: Layer, condition: Condition, order: Order): Generator<Document> {
    // Rows alike in the first key are sorted later, so the tie that an index gives for nothing will do.
    for (const part of orderParts(condition, order, order.isDescending ? "desc" : "asc")) {
      yield* this.#rows(layer, condition, `and ${part.where} order by ${part.order}`);
    }
  }

  /** A list of types is read type by type from an index that has each in order of ids, and merged by SQLite. */
  #pageById(
    layer: Layer,
    condition: Condition,
    tie: Tie,
    { skip, count, names }: Page,
  ): Document[] {
    const parts = byType(condition).map((part) => {
      const { text, values } = this.#restrict(part, layer);
      return { sql: `select seq, id from ${this.#from(part, layer)} where ${text}`, values };
    });
    const sql = `${parts.map((part) => part.sql).join(" union all ")} order by id ${tie} ${limitSql}`;
    const seqs = this.#statements.numbers(sql, [
      ...parts.flatMap(({ values }) => values),
      count,
      skip,
    ]);
    return this.#bodies(layer, seqs, names);
  }

  #page(layer: Layer, condition: Condition, tail: string, page: Page): Document[] {
    const { text, values } = this.#restrict(condition, layer);
    const sql = `select seq from ${this.#from(condition, layer)} where ${text} ${tail} ${limitSql}`;
    const seqs = this.#statements.numbers(sql, [...values, page.count, page.skip]);
    return this.#bodies(layer, seqs, page.names);
  }

  #bodies(layer: Layer, seqs: readonly number[], names: Page["names"]): Document[] {
    const body = names && !layer.isOverlaid ? partSql(names) : "body";
    const documents = this.#statements.bodies(body, seqs);
    return documents.map((row) => presented(row, layer)).filter((row) => row !== null);
  }

  #pageOf(layer: Layer, condition: Condition, parts: readonly Part[], page: Page): Document[] {
    const found: Document[] = [];
    let { skip } = page;
    for (const { where, order } of parts) {
      const tail = `and ${where} order by ${order}`;
      found.push(
        ...this.#page(layer, condition, tail, { ...page, skip, count: page.count - found.length }),
      );
      if (found.length === page.count) break;
      if (skip > 0) skip = Math.max(0, skip - this.#countWhere(layer, condition, where));
    }
    return found;
  }

  #countWhere(layer: Layer, condition: Condition, where: string): number {
    const { text, values } = this.#restrict(condition, layer);
    return this.#statements.count(
      `select count(*) as count from documents where ${text} and ${where}`,
      values,
    );
  }

  /** Drafts and versions are few: they are sorted here and merged with what SQLite has in order. */
  #ordered(condition: Condition, order: Order): Iterable<Document> {
    const direction = order.isDescending ? -1 : 1;
    const compare = (left: Document, right: Document): number =>
      totalCompare(valueAt(left, order.path), valueAt(right, order.path)) * direction;
    const streams = this.#layers.map((layer) =>
      layer.prefix
        ? Array.from(this.#rows(layer, condition, "")).toSorted(compare)
        : this.#inOrder(layer, condition, order),
    );
    return mergeSorted(streams, compare);
  }

  #find(id: string): Document | null {
    const { dataset, perspective, isAnonymous } = this.#reader;
    for (const layer of this.#layers) {
      if (!layer.prefix && !isInLayer(id, perspective, isAnonymous)) continue;
      const sql = "select body from documents where dataset = ? and id = ?";
      const [row] = this.#statements.rows(sql, [dataset, layer.prefix + id]);
      if (row) return presented(row, layer);
    }
    return null;
  }
}
