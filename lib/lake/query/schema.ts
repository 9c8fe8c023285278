/** The value at a path of a document's body, as SQLite sees it: text, number, null, or an object's JSON text. */
export const valueSql = (path: readonly string[]): string =>
  `json_extract(body, '$.${path.join(".")}')`;

/** A document's body cut down to some of its attributes; those it lacks are null. */
export const partSql = (names: readonly string[]): string =>
  `json_object(${names.map((name) => `'${name}', body -> '$.${name}'`).join(", ")})`;

/** The JSON type at a path: what tells true from 1, and an object from its own text. */
export const typeSql = (path: readonly string[]): string =>
  `json_type(body, '$.${path.join(".")}')`;

/**
 * Paths whose order SQLite keeps ready for every document type.
 *
 * Its order is GROQ's only among plain texts, so an index of the odd values stands beside each: while that is empty
 * for a type, the order may be trusted. Characters beyond the basic plane are odd because SQLite compares code
 * points and GROQ's reference implementation UTF-16 units.
 */
export const orderedPaths: readonly (readonly string[])[] = [["publishedAt"], ["_updatedAt"]];

/** Say when the value at an ordered path is one whose place SQLite might see differently. */
export const oddSql = (path: readonly string[]): string =>
  `(${typeSql(path)} not in ('text', 'null') or ${valueSql(path)} glob '*[\u{10000}-\u{10FFFF}]*')`;

const indexName = (prefix: string, path: readonly string[]): string =>
  `${prefix}_${path.join("_").toLowerCase()}`;

/** Name the index of the odd values at an ordered path. */
export const oddIndex = (path: readonly string[]): string => indexName("documents_odd", path);

const slug = valueSql(["slug", "current"]);
const publishedAt = valueSql(["publishedAt"]);
const category = valueSql(["category", "_ref"]);

/**
 * Conditions that few documents meet, spelled as `conditionSql` spells them, each with an index of those few.
 *
 * Without one, "the newest with a video" would read every article to find that there is none.
 */
export const sparseIndexes: readonly { name: string; condition: string }[] = [
  { name: "documents_pinned", condition: `${typeSql(["pinned"])} = 'true'` },
  {
    name: "documents_video",
    condition: `(${valueSql(["video", "file"])} is not null) or (${valueSql(["video", "providerId"])} is not null)`,
  },
];

// The slug stands at the end of each, so that "defined(slug.current)" can be counted without reading documents.
const orderIndexes = orderedPaths.map(
  (path) => `
create index ${indexName("documents_by", path)} on documents(dataset, type, ${valueSql(path)}, id, ${slug});
create index ${oddIndex(path)} on documents(dataset, type) where ${oddSql(path)};`,
);

const sparse = sparseIndexes.map(
  ({ name, condition }) => `
create index ${name} on documents(dataset, type, ${publishedAt}, id, ${slug}) where ${condition};`,
);

// "insert or ignore" would not do: inside a trigger the outer statement's own conflict clause wins.
const markPending = (row: "new" | "old"): string =>
  `insert into text_pending(seq) select ${row}.seq where not exists (select 1 from text_pending where seq = ${row}.seq);`;

/**
 * What the query engine adds to the lake's file.
 *
 * `documents_version` counts the changes of documents, by whatever way they come, so that counts can be remembered.
 * `text_pending` names the documents that the text index does not hold yet; the triggers fill it inside the writer's
 * own transaction, the indexer empties it afterwards, and a search reads both.
 */
export const querySchema = `
create index documents_slug on documents(dataset, ${slug}, type, id);
create index documents_listed on documents(dataset, type, id, ${slug});
create index documents_category on documents(dataset, type, ${category}, ${publishedAt}, id, ${slug});
${[...orderIndexes, ...sparse].join("")}
create table documents_version(number integer not null);
insert into documents_version values(0);
create table text_pending(seq integer primary key);
create virtual table text_index using fts5(
  terms, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 0"
);
create trigger text_after_insert after insert on documents begin
  ${markPending("new")}
  update documents_version set number = number + 1;
end;
create trigger text_after_update after update of body on documents begin
  ${markPending("new")}
  update documents_version set number = number + 1;
end;
create trigger text_after_delete after delete on documents begin
  ${markPending("old")}
  update documents_version set number = number + 1;
end;
insert or ignore into text_pending(seq) select seq from documents;
`;

/** Say that a document may refer into another dataset: `references()` finds it, the list of references leaves it out. */
export const foreignSql = `instr(body, '"_dataset"') > 0`;

/** An index of the documents that `foreignSql` is true of, few as they are. */
export const foreignReferencesSchema = `
create index documents_foreign on documents(dataset, id) where ${foreignSql};
`;
