import { z } from "zod";

import type { Connection } from "#lake/commands/connect.ts";
import { isRecord } from "#lake/document.ts";
import {
  type Placeholder,
  fillPlaceholders,
  listPlaceholders,
  placeholderKey,
} from "#lake/transfer/asset-placeholders.ts";
import { hasStrongReference, weakenReferences } from "#lake/transfer/references.ts";

export type ImportedDocument = Record<string, unknown>;

/** What is imported; it is read more than once. */
export type ImportSource = {
  documents: () => AsyncIterable<ImportedDocument> | Iterable<ImportedDocument>;
  /** The bytes of an asset that a placeholder names, and what is known about it. */
  readAsset: (placeholder: Placeholder) => Promise<ImportedAsset>;
  /** Assets to bring along that no document names. */
  moreAssets?: readonly Placeholder[];
};

export type ImportedAsset = {
  body: BodyInit;
  filename: string;
  attributes?: Record<string, unknown>;
};

/** How documents whose id is taken are treated. */
type ImportOperation = "create" | "createIfNotExists" | "createOrReplace";

export type ImportTarget = { connection: Connection; dataset: string; operation: ImportOperation };

const uploadedSchema = z.object({ document: z.object({ _id: z.string() }) });
const mutatedSchema = z.object({
  results: z.array(z.object({ id: z.string(), operation: z.string() })),
});
const batchCharacters = 1_000_000;
const batchDocuments = 500;

/**
 * Write documents to a lake, assets first.
 *
 * What fits into one batch is one transaction. Otherwise references are written weak, so that the
 * order does not matter, and those documents once more, strong, when all are there.
 */
export async function importDocuments(
  source: ImportSource,
  target: ImportTarget,
): Promise<{ documents: number; assets: number }> {
  const assets = await uploadAssets(source, target);
  const isSmall = await fitsOneBatch(source);
  const written = new Set<string>();
  for await (const batch of cutIntoBatches(source.documents())) {
    const filled = batch.map((document) => fill(document, assets));
    const documents = isSmall ? filled : filled.map(weakenReferences);
    const mutations = documents.map((document) => ({ [target.operation]: document }));
    for (const id of await mutate(mutations, target)) written.add(id);
  }
  if (!isSmall) await strengthen(source, { assets, written, target });
  return { documents: written.size, assets: assets.size };
}

type Strengthen = {
  assets: ReadonlyMap<string, string>;
  written: ReadonlySet<string>;
  target: ImportTarget;
};

/** Write those documents whole whose references were weakened; what was there before stays as it is. */
async function strengthen(source: ImportSource, { assets, written, target }: Strengthen) {
  for await (const batch of cutIntoBatches(source.documents())) {
    const strong = batch
      .filter(({ _id: id }) => typeof id === "string" && written.has(id))
      .map((document) => fill(document, assets))
      .filter(hasStrongReference);
    if (strong.length > 0) {
      await mutate(
        strong.map((createOrReplace) => ({ createOrReplace })),
        target,
      );
    }
  }
}

async function uploadAssets(
  source: ImportSource,
  target: ImportTarget,
): Promise<Map<string, string>> {
  const distinct = new Map(
    (source.moreAssets ?? []).map((asset) => [placeholderKey(asset), asset]),
  );
  for await (const document of source.documents()) {
    for (const asset of listPlaceholders(document)) distinct.set(placeholderKey(asset), asset);
  }
  const ids = new Map<string, string>();
  for (const [key, placeholder] of distinct) {
    // One after the other: the lake looks at two pictures at a time anyway.
    // oxlint-disable-next-line no-await-in-loop
    ids.set(key, await upload(placeholder.kind, await source.readAsset(placeholder), target));
  }
  return ids;
}

async function upload(
  kind: Placeholder["kind"],
  asset: ImportedAsset,
  target: ImportTarget,
): Promise<string> {
  const query = new URLSearchParams({ filename: asset.filename });
  const response = await target.connection.send(
    `/v2025-02-19/assets/${kind}s/${target.dataset}?${query}`,
    {
      method: "POST",
      body: asset.body,
    },
  );
  const { _id: id } = uploadedSchema.parse(await response.json()).document;
  const set = asset.attributes ?? {};
  if (Object.keys(set).length > 0) await mutate([{ patch: { id, set } }], target);
  return id;
}

async function fitsOneBatch(source: ImportSource): Promise<boolean> {
  let batches = 0;
  for await (const _batch of cutIntoBatches(source.documents())) {
    batches += 1;
    if (batches > 1) return false;
  }
  return true;
}

async function* cutIntoBatches(
  documents: ReturnType<ImportSource["documents"]>,
): AsyncGenerator<ImportedDocument[]> {
  let batch: ImportedDocument[] = [];
  let characters = 0;
  for await (const document of documents) {
    const size = JSON.stringify(document).length;
    if (
      batch.length > 0 &&
      (characters + size > batchCharacters || batch.length >= batchDocuments)
    ) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(document);
    characters += size;
  }
  if (batch.length > 0) yield batch;
}

function fill(document: ImportedDocument, assets: ReadonlyMap<string, string>): ImportedDocument {
  const filled = fillPlaceholders(document, (placeholder) => {
    const id = assets.get(placeholderKey(placeholder));
    if (id === undefined) throw new Error(`The asset ${placeholder.url} was not uploaded`);
    return id;
  });
  return isRecord(filled) ? filled : document;
}

/** Answers the ids of the documents that were written. */
async function mutate(
  mutations: readonly Record<string, unknown>[],
  { connection, dataset }: ImportTarget,
): Promise<string[]> {
  const response = await connection.send(`/v2025-02-19/data/mutate/${dataset}?returnIds=true`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ mutations }),
  });
  const { results } = mutatedSchema.parse(await response.json());
  return results.filter(({ operation }) => operation !== "none").map(({ id }) => id);
}
