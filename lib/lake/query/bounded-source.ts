import { conjuncts, isSelective } from "./condition-sql.ts";
import type { Condition, Order, Page, Source } from "./source.ts";
import type { Document } from "./values.ts";

/** Thrown when a query turns out to be more than a look at an index; a worker should answer it. */
export class UnboundedError extends Error {
  override name = "UnboundedError";
  /** Whether the same text will turn out so again, whatever its parameters. */
  readonly isLasting: boolean;
  constructor(isLasting = false) {
    super("The query is more than a look at an index");
    this.isLasting = isLasting;
  }
}

/** Rows and look-ups that one query may cost, and how long it may go on reading. */
const mostReads = 250;
const mostMs = 50;
const mostSkipped = 2000;
const mostOnPage = 24;
/** What an index of ours holds in order, for documents of one type. */
function isIndexedPart(part: Condition): boolean {
  switch (part.kind) {
    case "equal":
      return !part.isNegated && part.values.length === 1 && part.path.join(".") === "_type";
    case "path":
      return part.pattern === "*" && !part.isNegated;
    case "defined":
      return !part.isNegated && ["slug.current", "publishedAt"].includes(part.path.join("."));
    default:
      return false;
  }
}

function isDatedPart(part: Condition): boolean {
  if (part.kind === "range")
    return part.path.join(".") === "publishedAt" && typeof part.value === "string";
  return (
    part.kind === "equal" &&
    !part.isNegated &&
    part.values.length === 1 &&
    part.path.join(".") === "category._ref"
  );
}

const isTyped = (parts: readonly Condition[]): boolean =>
  parts.some((part) => part.kind === "equal" && part.path.join(".") === "_type");

function isBoundedWindow(condition: Condition, keys: readonly Order[], page: Page): boolean {
  const parts = conjuncts(condition);
  const key = keys[0]?.path.join(".") ?? "_id";
  const isKnown =
    key === "publishedAt"
      ? (part: Condition) => isIndexedPart(part) || isDatedPart(part)
      : isIndexedPart;
  return (
    ["publishedAt", "_id"].includes(key) &&
    page.skip <= mostSkipped &&
    page.count <= mostOnPage &&
    isTyped(parts) &&
    parts.every(isKnown)
  );
}

/** A scan in order is read only as far as somebody wants rows. */
const isBoundedScan = (condition: Condition, order: Order): boolean =>
  isBoundedWindow(condition, [order], { skip: 0, count: 1 });

const isCountedPart = (part: Condition): boolean =>
  isIndexedPart(part) || (part.kind === "equal" && isDatedPart(part));

function isBoundedCount(condition: Condition): boolean {
  const parts = conjuncts(condition);
  return isSelective(condition) || (isTyped(parts) && parts.every(isCountedPart));
}

/**
 * Let a query read from a source only what an index finds at once.
 *
 * @throws {UnboundedError} from every method that would read more, before it does.
 */
export function createBoundedSource(source: Source): Source {
  const until = performance.now() + mostMs;
  let left = mostReads;
  const spend = (isBounded: boolean): void => {
    left -= 1;
    if (!isBounded || left < 0 || performance.now() > until) throw new UnboundedError();
  };
  function* metered(documents: Iterable<Document>): Generator<Document> {
    for (const document of documents) {
      spend(true);
      yield document;
    }
  }
  return {
    scan: (condition, order) => {
      spend(isSelective(condition) || (order !== undefined && isBoundedScan(condition, order)));
      const { documents, isOrdered } = source.scan(condition, order);
      return { documents: metered(documents), isOrdered };
    },
    window: (condition, keys, page) => {
      if (!isSelective(condition)) spend(isBoundedWindow(condition, keys, page));
      const documents = source.window(condition, keys, page);
      return documents && metered(documents);
    },
    get: (id) => {
      spend(true);
      return source.get(id);
    },
    count: (condition) => {
      spend(isBoundedCount(condition));
      return source.count(condition);
    },
  };
}
