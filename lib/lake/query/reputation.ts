import type { QueryRequest } from "./engine.ts";

const blameMs = 30_000;
const maxBlamed = 1000;
const maxRenowned = 500;
const mostRenownedCharacters = 16_384;

/** Two askers of the same thing share its blame, whoever they are. */
const blameKey = ({ dataset, query, params }: QueryRequest): string =>
  JSON.stringify([dataset, query, params]);

/** Remember queries that ran out of time, so that repeating one costs nothing for a while. */
export function createBlame(): {
  add(request: QueryRequest): void;
  has(request: QueryRequest): boolean;
} {
  const until = new Map<string, number>();
  return {
    add: (request) => {
      if (until.size >= maxBlamed) until.delete(until.keys().next().value ?? "");
      until.set(blameKey(request), Date.now() + blameMs);
    },
    has: (request) => until.size > 0 && (until.get(blameKey(request)) ?? 0) > Date.now(),
  };
}

/** Remember the texts of queries that are answered before the pool loses patience. */
export function createRenown(): {
  add(text: string): void;
  drop(text: string): void;
  has(text: string): boolean;
} {
  const texts = new Set<string>();
  return {
    add: (text) => {
      if (text.length > mostRenownedCharacters) return;
      texts.delete(text);
      if (texts.size >= maxRenowned) texts.delete(texts.keys().next().value ?? "");
      texts.add(text);
    },
    drop: (text) => void texts.delete(text),
    has: (text) => texts.has(text),
  };
}
