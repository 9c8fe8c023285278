import { type Arbitrary, constantFrom, letrec, oneof, record, tuple } from "fast-check";

/** A query, and how a stranger asks it. */
export type StrangersQuery = { query: string; perspective: string; version: string };

const ids = constantFrom(
  "article-1",
  "article-2",
  "drafts.article-1",
  "versions.spring.article-2",
  "inquiry.lin",
  "author-1",
  "image-new",
);
const attribute = constantFrom(
  "_id",
  "_type",
  "_rev",
  "title",
  "phone",
  "views",
  "publishedAt",
  "slug.current",
  "hidden",
  "related",
  "author",
  "missing",
);
const literal = oneof(
  ids.map((id) => `"${id}"`),
  constantFrom(
    "1",
    "0",
    "null",
    "true",
    '"a"',
    '"article"',
    '"inquiry"',
    '"drafts.**"',
    '["article", "inquiry"]',
  ),
);

/**
 * Queries that try to see what is private: through filters, references, counts, joins, functions and
 * perspectives. Whether they make sense does not matter; what they answer must not depend on private documents.
 */
export function strangersQueries(): Arbitrary<StrangersQuery> {
  const { all: anything } = letrec<{
    all: string;
    filter: string;
    value: string;
    projection: string;
  }>((tie) => {
    const filter = tie("filter");
    const value = tie("value");
    const all = tie("all");
    const projection = tie("projection");
    return {
      filter: oneof(
        { maxDepth: 3 },
        tuple(attribute, constantFrom("==", "!=", "<", ">", "in", "match"), literal).map(
          ([left, operator, right]) => `${left} ${operator} ${right}`,
        ),
        ids.map((id) => `references("${id}")`),
        ids.map((id) => `_id in path("${id.split(".")[0]}.**")`),
        attribute.map((name) => `defined(${name})`),
        constantFrom(
          'title match "SECRET*"',
          '[title, phone] match text::query("SECRET")',
          "hidden->phone != null",
          'phone match "*0100"',
          "true",
        ),
        tuple(filter, constantFrom("&&", "||"), filter).map(
          ([left, operator, right]) => `(${left} ${operator} ${right})`,
        ),
        filter.map((inner) => `!(${inner})`),
        all.map((inner) => `_id in ${inner}._id`),
        all.map((inner) => `count(${inner}) > 0`),
      ),
      value: oneof(
        { maxDepth: 3 },
        attribute,
        constantFrom(
          "hidden->",
          "hidden->phone",
          "related[]->",
          "related[]->{...}",
          "author->{name, 'x': hidden->}",
          "@",
          "^._id",
          "^.^.title",
          "hidden->hidden->",
        ),
        all,
        all.map((inner) => `count(${inner})`),
        all.map((inner) => `array::unique(${inner}._type)`),
        tuple(all, attribute).map(
          ([inner, name]) => `string::split(string(${inner}[0].${name}), "")`,
        ),
        tuple(all, attribute).map(([inner, name]) => `math::sum(${inner}.${name})`),
        tuple(filter, value).map(
          ([condition, found]) => `select(${condition} => ${found}, "else")`,
        ),
        tuple(value, value).map(([left, right]) => `coalesce(${left}, ${right})`),
      ),
      projection: oneof(
        { maxDepth: 3 },
        constantFrom(
          "{...}",
          "{_id, title}",
          "{_id, 'h': hidden->, 'r': related[]->_id}",
          "{..., hidden->}",
        ),
        value.map((inner) => `{_id, "v": ${inner}}`),
        value.map((inner) => `{..., "v": ${inner}}`),
      ),
      all: oneof(
        { maxDepth: 4 },
        constantFrom("*", "*[]", "*[0...100]"),
        filter.map((condition) => `*[${condition}]`),
        tuple(filter, projection).map(([condition, shape]) => `*[${condition}]${shape}`),
        tuple(filter, attribute).map(
          ([condition, name]) => `*[${condition}] | order(${name} desc)`,
        ),
        tuple(filter, filter).map(
          ([condition, scored]) => `*[${condition}] | score(${scored}) | order(_score desc)`,
        ),
        tuple(filter, projection).map(
          ([condition, shape]) => `*[${condition}] | order(_id)[0..3]${shape}`,
        ),
      ),
    };
  });
  const query = oneof(
    { arbitrary: anything, weight: 3 },
    anything.map((inner) => `count(${inner})`),
    anything.map((inner) => `{"n": count(${inner}), "all": ${inner}}`),
    anything.map((inner) => `${inner}[0]`),
    anything.map((inner) => `length(string(${inner}))`),
  );
  return record({
    query,
    perspective: constantFrom(
      "published",
      "raw",
      "drafts",
      "previewDrafts",
      "spring",
      "spring,drafts",
      "",
    ),
    version: constantFrom("vX", "v1", "v2021-10-21", "v2025-02-19"),
  });
}
