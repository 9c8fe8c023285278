import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Lake } from "../../../lib/lake/lake.ts";
import { createNearby } from "../../../lib/lake/query/nearby.ts";
import {
  type Attributes,
  editor,
  fill,
  openMemoryLake,
  plainly,
  stored,
} from "./lake-with-documents.ts";

let lake: Lake;
beforeAll(async () => {
  lake = await openMemoryLake();
});
afterAll(() => lake.store.close());

const ids = [
  "a",
  "b",
  "c",
  "d-e",
  "f.g",
  "drafts.a",
  "drafts.b",
  "drafts.z",
  "versions.r1.a",
  "versions.r1.z",
  "versions.r2.b",
];
const dates = [
  "2024-01-01T00:00:00Z",
  "2024-06-01",
  "2025-01-01T00:00:00.000Z",
  "2025-01-01T00:00:00Z",
];
const texts = ["", "alpha", "beta", "Beta", "[x", '{"a":1}', "新闻", "ｗ", "𠮷野", "alpha beta"];
const numbers = [0, 1, -1, 2.5, 0.1, 1e21, 2 ** 53, -0.30000000000000004];
const scalar = fc.oneof(
  fc.constantFrom<unknown>(...texts),
  fc.constantFrom<unknown>(...numbers),
  fc.constantFrom<unknown>(true, false, null),
);
const odd = fc.constantFrom<unknown>([], ["alpha"], { current: "alpha" }, { a: 1 });
const date = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...dates) },
  { weight: 1, arbitrary: scalar },
);
const reference = fc.record({
  _type: fc.constant("reference"),
  _ref: fc.constantFrom(...ids),
  _weak: fc.constant(true),
});

const fields = fc.record(
  {
    publishedAt: date,
    title: fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 1, arbitrary: odd }),
    slug: fc.oneof(fc.record({ current: scalar }), scalar, odd),
    order: fc.oneof(fc.constantFrom<unknown>(...numbers), scalar),
    flag: scalar,
    category: fc.oneof(reference, scalar),
    tags: fc.oneof(fc.array(reference, { maxLength: 3 }), scalar),
  },
  { requiredKeys: [] },
);

const documents = fc
  .uniqueArray(
    fc.record({
      _id: fc.constantFrom(...ids),
      _type: fc.constantFrom("article", "article", "page"),
      fields,
    }),
    {
      selector: ({ _id }) => _id,
      maxLength: 11,
    },
  )
  .map((list): Attributes[] => list.map(({ fields: own, ...system }) => ({ ...own, ...system })));

const path = fc.constantFrom(
  "publishedAt",
  "title",
  "slug.current",
  "order",
  "flag",
  "category._ref",
  "_id",
  "_type",
  "slug",
);
const operator = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
const literal = fc
  .oneof(scalar, fc.constantFrom<unknown>(...dates, ...ids, "article"))
  .map((value) => JSON.stringify(value));

const atom = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(path, operator, literal).map((parts) => parts.join(" ")) },
  fc.tuple(literal, operator, path).map((parts) => parts.join(" ")),
  fc
    .tuple(path, fc.array(literal, { maxLength: 3 }))
    .map(([left, list]) => `${left} in [${list.join(", ")}]`),
  path.map((name) => `defined(${name})`),
  path,
  fc.constantFrom(
    '_id in path("*")',
    '_id in path("drafts.**")',
    '_id in path("drafts.*")',
    '_id in path("versions.**")',
    '_id in path("a")',
    'references("a")',
    'references(["a", "b"], "drafts.a")',
    '"a" in tags[]._ref',
    "references(title)",
    '_type in ["article", "page"]',
    "true",
    "false",
    "publishedAt <= now()",
    "category->title == title",
    'title match "al*"',
    "count(tags) > 1",
    "_id in *[_type == 'page'].category._ref",
  ),
);

const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc.tuple(tie("filter"), tie("filter")).map(([left, right]) => `(${left} && ${right})`),
    fc.tuple(tie("filter"), tie("filter")).map(([left, right]) => `(${left} || ${right})`),
    tie("filter").map((inner) => `!(${inner})`),
  ),
}));

const typed = fc
  .tuple(
    fc.constantFrom(
      '_type == "article" && ',
      '_type == "page" && ',
      '_type in ["page", "article", "none"] && ',
      '_type in ["page", "article"] && _id > "b" && ',
      "",
    ),
    filter,
  )
  .map((parts) => parts.join(""));
const key = fc.tuple(
  fc.constantFrom(
    "publishedAt",
    "publishedAt",
    "_updatedAt",
    "title",
    "order",
    "_id",
    "slug.current",
    "lower(title)",
  ),
  fc.constantFrom("", " asc", " desc"),
);
const order = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(key, { minLength: 1, maxLength: 3 })
      .map((keys) => ` | order(${keys.map((part) => part.join("")).join(", ")})`),
  },
  fc.constant(""),
);
const slice = fc.constantFrom(
  "",
  "[0...3]",
  "[1..2]",
  "[2...100]",
  "[3...6]",
  "[1...1]",
  "[-3..-1]",
  "[0..-2]",
  "[0]",
  "[-1]",
  "[5]",
);
const projection = fc.constantFrom(
  "",
  "{_id, title}",
  "{'title': 'other', ..., 'own': @.title}{_id, title, own, publishedAt}",
  "{'at': publishedAt, 'slug': slug.current, order, 'has': defined(flag), 'up': category->title, 'refs': tags[]._ref}",
  "{..., 'category': category->{title, 'up': category->_id}}",
  "{_id, 'same': *[_type == ^._type && _id != ^._id]._id, 'n': count(*[references(^._id)])}",
  "{'first': *[category._ref == ^._id] | order(publishedAt desc)[0].title}",
);

const query = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(typed, order, slice, projection)
      .map(([where, by, part, shape]) => `*[${where}]${by}${part}${shape}`),
  },
  typed.map((where) => `count(*[${where}])`),
  fc.tuple(typed, filter, order).map(([outer, inner, by]) => `*[${outer}][${inner}]${by}{_id}`),
);

const isPublished = (id: string): boolean => !/^(drafts|versions)\./.test(id);

/** Drafts and versions laid over what is published, as slowly and plainly as can be. */
function overlaid(all: readonly Attributes[], layers: readonly string[]): Attributes[] {
  const prefixes = [
    ...layers.map((name) => (name === "drafts" ? "drafts." : `versions.${name}.`)),
    "",
  ];
  const shown = new Map<string, Attributes>();
  for (const prefix of prefixes) {
    for (const document of all) {
      const isHere = prefix ? document._id.startsWith(prefix) : isPublished(document._id);
      const id = document._id.slice(prefix.length);
      if (isHere && !shown.has(id))
        shown.set(id, { ...document, _id: id, _originalId: document._id });
    }
  }
  return Array.from(shown.values()).toSorted((left, right) => (left._id < right._id ? -1 : 1));
}

const perspectives = [
  { name: "raw", identity: editor, view: (all: Attributes[]) => all },
  {
    name: "raw",
    identity: null,
    view: (all: Attributes[]) => all.filter(({ _id }) => !_id.includes(".")),
  },
  {
    name: "published",
    identity: editor,
    view: (all: Attributes[]) => all.filter(({ _id }) => !/^(drafts|versions)\./.test(_id)),
  },
  { name: "drafts", identity: editor, view: (all: Attributes[]) => overlaid(all, ["drafts"]) },
  {
    name: "r1,drafts",
    identity: editor,
    view: (all: Attributes[]) => overlaid(all, ["r1", "drafts"]),
  },
  { name: "r2,r1", identity: editor, view: (all: Attributes[]) => overlaid(all, ["r2", "r1"]) },
] as const;

const runs = Number(process.env["LAKE_PROPERTY_RUNS"] ?? 60);

describe("a query answered from the indices", () => {
  it.each(perspectives)(
    "equals groq-js over every document, perspective $name, identity $identity.id",
    async ({ name, identity, view }) => {
      const nearby = createNearby(lake.store.db, { projectId: "yiwen", maxResultBytes: 1e6 });
      let nearAnswers = 0;
      await fc.assert(
        fc.asyncProperty(
          documents,
          fc.array(query, { minLength: 15, maxLength: 15 }),
          async (given, queries) => {
            const dataset = await fill(lake, given);
            const visible = view(stored(lake, dataset));
            for (const text of queries) {
              const answer = await lake.queries.run({
                dataset,
                query: text,
                params: {},
                perspective: name,
                identity,
              });
              expect({ text, answer }).toEqual({ text, answer: await plainly(text, visible) });
              nearby.learn(text, 1);
              const near = nearby.answer({
                dataset,
                query: text,
                params: {},
                perspective: name === "raw" || name === "published" ? name : name.split(","),
                isAnonymous: identity === null,
                identity: identity?.id ?? "",
                now: Date.now(),
              });
              nearAnswers += near ? 1 : 0;
              const value: unknown = near ? JSON.parse(new TextDecoder().decode(near)) : answer;
              expect({ text, value }).toEqual({ text, value: answer });
            }
          },
        ),
        { numRuns: runs },
      );
      expect(nearAnswers).toBeGreaterThan(0);
    },
    120_000,
  );
});
