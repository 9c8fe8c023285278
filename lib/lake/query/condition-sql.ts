import { publishedIdSql, type Layer } from "./layers.ts";
import {
  foreignSql,
  oddIndex,
  oddSql,
  orderedPaths,
  sparseIndexes,
  typeSql,
  valueSql,
} from "./schema.ts";
import type { Condition, Scalar } from "./source.ts";
import { indexQuery } from "./text-index.ts";
import type { TextTerm } from "./text.ts";

export type SqlValue = string | number;

/** A piece of SQL that allows at least what the condition allows; `isExact` when it allows nothing else. */
export type Sql = { text: string; values: readonly SqlValue[]; isExact: boolean };

export type SqlContext = {
  dataset: string;
  layer: Layer;
  /** Whether every value at a path is plain text, null or missing, in the documents the condition can reach. */
  isPlain(path: readonly string[]): boolean;
};

const everything: Sql = { text: "1", values: [], isExact: false };
const nothing: Sql = { text: "0", values: [], isExact: true };
const always: Sql = { text: "1", values: [], isExact: true };

const attributeName = /^[A-Za-z_]\w*$/;
/** SQLite hands out objects and arrays as text, so a text that looks like one proves nothing. */
const looksLikeJson = /^[[{]/;

function isSafeText(value: string): boolean {
  return value.isWellFormed() && !value.includes("\0") && !looksLikeJson.test(value);
}

/** Texts below the surrogates compare alike by code point and by UTF-16 unit, whatever they are compared with. */
const isComparable = (value: string): boolean =>
  isSafeText(value) && !/[\uD800-\uFFFF]/.test(value);

function join(parts: readonly Sql[], operator: "and" | "or"): Sql {
  const isExact = parts.every((part) => part.isExact);
  const values = parts.flatMap((part) => part.values);
  return {
    text: parts.map(({ text }) => `(${text})`).join(` ${operator} `) || "1",
    values,
    isExact,
  };
}

function both(parts: readonly Sql[]): Sql {
  const useful = parts.filter(({ text }) => text !== "1");
  const joined = join(useful, "and");
  return { ...joined, isExact: parts.every((part) => part.isExact) };
}

function either(parts: readonly Sql[]): Sql {
  const open = parts.find(({ text }) => text === "1");
  return open ? { ...everything, isExact: open.isExact } : join(parts, "or");
}

function negated(sql: Sql): Sql {
  return sql.isExact ? { ...sql, text: `(${sql.text}) is not true` } : everything;
}

/** A longer list is handed over as one JSON array, so that statements can be reused. */
const shortList = 8;

function textIn(column: string, texts: readonly string[]): Sql {
  if (texts.length === 0) return nothing;
  if (texts.length === 1) return { text: `${column} = ?`, values: texts, isExact: true };
  if (texts.length <= shortList) {
    return {
      text: `${column} in (${texts.map(() => "?").join(", ")})`,
      values: texts,
      isExact: true,
    };
  }
  return {
    text: `${column} in (select value from json_each(?))`,
    values: [JSON.stringify(texts)],
    isExact: true,
  };
}

function numberEqual(path: readonly string[], value: number): Sql {
  const column = valueSql(path);
  if (Number.isSafeInteger(value)) {
    return {
      text: `${column} = ? and ${typeSql(path)} = 'integer'`,
      values: [value],
      isExact: true,
    };
  }
  const slack = Math.abs(value) * 1e-12;
  return {
    text: `${column} between ? and ?`,
    values: [value - slack, value + slack],
    isExact: false,
  };
}

function columnOf(path: readonly string[], layer: Layer): string | null {
  if (path.length !== 1) return null;
  if (path[0] === "_type") return "type";
  return path[0] === "_id" ? publishedIdSql(layer) : null;
}

function columnEqual(column: string, values: readonly Scalar[], { layer }: SqlContext): Sql {
  const texts = values.filter((value) => typeof value === "string");
  if (!texts.every((text) => text.isWellFormed() && !text.includes("\0"))) return everything;
  return column === "type" || !layer.prefix
    ? textIn(column, texts)
    : textIn(
        "id",
        texts.map((text) => layer.prefix + text),
      );
}

function pathEqual(path: readonly string[], values: readonly Scalar[]): Sql {
  const texts = values.filter((value) => typeof value === "string");
  if (!texts.every(isSafeText)) return everything;
  const parts: Sql[] = values.flatMap((value): Sql[] => {
    if (typeof value === "number") return [numberEqual(path, value)];
    return typeof value === "boolean"
      ? [{ text: `${typeSql(path)} = '${value}'`, values: [], isExact: true }]
      : [];
  });
  return either(
    texts.length > 0
      ? [textIn(valueSql(path), texts), ...parts]
      : parts.length > 0
        ? parts
        : [nothing],
  );
}

function equalSql(condition: Extract<Condition, { kind: "equal" }>, context: SqlContext): Sql {
  const { path, values, isNegated } = condition;
  const column = columnOf(path, context.layer);
  if (!column && !path.every((name) => attributeName.test(name))) return everything;
  const sql = column ? columnEqual(column, values, context) : pathEqual(path, values);
  return isNegated ? negated(sql) : sql;
}

/** Ids are ASCII, so that every order of texts is the same among them and whatever they are compared with. */
function idRangeSql(operator: string, value: string, { prefix }: Layer): Sql {
  if (!value.isWellFormed() || value.includes("\0")) return everything;
  return { text: `id ${operator} ?`, values: [prefix + value], isExact: true };
}

function rangeSql(condition: Extract<Condition, { kind: "range" }>, context: SqlContext): Sql {
  const { path, operator, value } = condition;
  if (path.join(".") === "_id" && typeof value === "string")
    return idRangeSql(operator, value, context.layer);
  if (columnOf(path, context.layer) || !path.every((name) => attributeName.test(name)))
    return everything;
  const column = valueSql(path);
  if (typeof value === "number") {
    const slack = Math.abs(value) * 1e-12 + Number.MIN_VALUE;
    const bound = operator.startsWith("<") ? value + slack : value - slack;
    return { text: `${column} ${operator[0]}= ?`, values: [bound], isExact: false };
  }
  if (!isComparable(value)) return everything;
  const text = operator.startsWith("<")
    ? `${column} ${operator} ? and ${column} >= ''`
    : `${column} ${operator} ?`;
  return { text, values: [value], isExact: context.isPlain(path) };
}

function definedSql(condition: Extract<Condition, { kind: "defined" }>, context: SqlContext): Sql {
  const { path, isNegated } = condition;
  if (columnOf(path, context.layer)) return isNegated ? nothing : always;
  if (!path.every((name) => attributeName.test(name))) return everything;
  return { text: `${valueSql(path)} is ${isNegated ? "" : "not "}null`, values: [], isExact: true };
}

const exact = (text: string, ...values: SqlValue[]): Sql => ({ text, values, isExact: true });

function pathSql(
  { pattern, isNegated }: Extract<Condition, { kind: "path" }>,
  { layer }: SqlContext,
): Sql {
  const id = publishedIdSql(layer);
  const wanted = (): Sql => {
    if (pattern === "**") return always;
    if (pattern === "*") return exact(`instr(${id}, '.') = 0`);
    const [, prefix, wildcard] = /^([A-Za-z0-9._-]+)\.(\*\*?)$/.exec(pattern) ?? [];
    if (prefix === undefined)
      return /^[A-Za-z0-9._-]+$/.test(pattern) ? exact(`${id} = ?`, pattern) : everything;
    const below = exact(`${id} >= ? and ${id} < ?`, `${prefix}.`, `${prefix}/`);
    const depth = exact(
      `instr(substr(${id}, ${prefix.length + 2}), '.') = 0 and ${id} <> ?`,
      `${prefix}.`,
    );
    return wildcard === "**" ? below : both([below, depth]);
  };
  return isNegated ? negated(wanted()) : wanted();
}

function textSql(terms: readonly TextTerm[]): Sql {
  const query = indexQuery(terms);
  if (query === null) return everything;
  const text =
    "seq in (select rowid from text_index where text_index match ? union all select seq from text_pending)";
  return { text, values: [query], isExact: false };
}

/** What refers into another dataset is not listed by its targets, so all of that comes along. */
function referencesSql(ids: readonly string[], { dataset }: SqlContext): Sql {
  const listed =
    "select source from document_references where dataset = ? and target in (select value from json_each(?))";
  const foreign = `select id from documents indexed by documents_foreign where dataset = ? and ${foreignSql}`;
  return {
    text: `id in (${listed} union all ${foreign})`,
    values: [dataset, JSON.stringify(ids), dataset],
    isExact: false,
  };
}

/** Write a condition as SQL over `documents`, as one layer sees them. */
export function conditionSql(condition: Condition, context: SqlContext): Sql {
  switch (condition.kind) {
    case "any":
      return everything;
    case "none":
      return nothing;
    case "and":
      return both(condition.parts.map((part) => conditionSql(part, context)));
    case "or":
      return either(condition.parts.map((part) => conditionSql(part, context)));
    case "equal":
      return equalSql(condition, context);
    case "range":
      return rangeSql(condition, context);
    case "defined":
      return definedSql(condition, context);
    case "path":
      return pathSql(condition, context);
    case "references":
      return referencesSql(condition.ids, context);
    case "text":
      return textSql(condition.terms);
  }
}

/** Find the one `_type` a condition asks for; null when it allows several. */
export function singleType(condition: Condition): string | null {
  if (condition.kind === "and") {
    for (const part of condition.parts) {
      const type = singleType(part);
      if (type !== null) return type;
    }
    return null;
  }
  if (condition.kind !== "equal" || condition.isNegated || condition.path.join(".") !== "_type")
    return null;
  const [type, ...others] = condition.values;
  return typeof type === "string" && others.length === 0 ? type : null;
}

const mostTypes = 16;

/** Take a condition on several types apart into one for each, as many as there are; itself when it is about one or any. */
export function byType(condition: Condition): readonly Condition[] {
  const parts = conjuncts(condition);
  const typed = parts.find(
    (part) => part.kind === "equal" && !part.isNegated && part.path.join(".") === "_type",
  );
  if (typed?.kind !== "equal") return [condition];
  const types = Array.from(new Set(typed.values));
  if (types.length < 2 || types.length > mostTypes) return [condition];
  const others = parts.filter((part) => part !== typed);
  return types.map((type) => ({ kind: "and", parts: [{ ...typed, values: [type] }, ...others] }));
}

/** The SQL that finds one value of a type whose order cannot be trusted; null for a path without such an index. */
export function oddProbeSql(path: readonly string[]): string | null {
  const known = orderedPaths.find((candidate) => candidate.join(".") === path.join("."));
  return known
    ? `select 1 from documents indexed by ${oddIndex(known)} where dataset = ? and type = ? and ${oddSql(known)} limit 1`
    : null;
}

/** List what has to hold together for a condition to hold. */
export function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === "and" ? condition.parts.flatMap(conjuncts) : [condition];
}

/** Find the index that holds just the documents one part of a condition asks for. */
export function sparseIndex(condition: Condition, context: SqlContext): string | null {
  const texts = new Set(conjuncts(condition).map((part) => conditionSql(part, context).text));
  return sparseIndexes.find((index) => texts.has(index.condition))?.name ?? null;
}

const selectivePaths = new Set(["_id", "slug.current"]);

function isSelectivePart(part: Condition): boolean {
  return part.kind === "equal" && !part.isNegated && selectivePaths.has(part.path.join("."));
}

/** Tell whether a condition leaves so few documents that looking them up and sorting them is the way to go. */
export const isSelective = (condition: Condition): boolean =>
  conjuncts(condition).some(isSelectivePart);

function isNarrowingPart(part: Condition): boolean {
  if (part.kind === "references" || part.kind === "text") return true;
  const path = part.kind === "equal" && !part.isNegated ? part.path.join(".") : "";
  return (
    path === "category._ref" ||
    (path === "_type" && part.kind === "equal" && part.values.length > 1)
  );
}

/** Tell whether documents are better found first and brought into the order of their ids afterwards. */
export const isNarrow = (condition: Condition): boolean =>
  conjuncts(condition).some((part) => isSelectivePart(part) || isNarrowingPart(part));
