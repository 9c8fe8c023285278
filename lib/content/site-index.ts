import { z } from "zod";

import { ask } from "@/lib/content/client";
import { maybe, maybeInstant, maybeText, membersOf } from "@/lib/content/lenient";
import { shared } from "@/lib/content/shared";
import { publicTypes } from "@/lib/public-types";

export type PublicType = (typeof publicTypes)[number];

const entrySchema = z
  .object({
    _id: z.string(),
    _type: z.enum(publicTypes),
    _rev: z.string(),
    _createdAt: z.string(),
    _updatedAt: z.string(),
    slug: maybeText,
    category: maybeText,
    tags: membersOf(z.string(), "reference"),
    author: maybeText,
    publishedAt: maybeInstant,
    from: maybeText,
    to: maybeText,
    permanent: z.boolean().nullish().catch(null),
    noindex: z.boolean().nullish().transform(Boolean),
    defaultScript: maybe(z.enum(["zh-Hans", "zh-Hant"])),
  })
  .transform(({ _id, _type, _rev, _createdAt, _updatedAt, publishedAt, ...rest }) => ({
    id: _id,
    type: _type,
    revision: _rev,
    updatedAt: _updatedAt,
    createdAt: _createdAt,
    publishedAt: publishedAt ?? _createdAt,
    ...rest,
  }));

/** What has to be known of a document to say which URLs exist and which of them it shows on. */
export type Entry = z.infer<typeof entrySchema>;

export type Change = { before: Entry | null; after: Entry | null };

type State = {
  entries: Map<string, Entry>;
  version: number;
  loadedAt: number;
  loading: Promise<void> | null;
  triedAt: number;
  hasFailed: boolean;
  /** Changes that were found while looking for a page, and still have to be renewed. */
  found: Change[];
};

const state = shared<State>("site-index", () => ({
  entries: new Map(),
  version: 0,
  loadedAt: 0,
  loading: null,
  triedAt: 0,
  hasFailed: false,
  found: [],
}));

const types = { types: publicTypes };
const selected = `_type in $types && _id in path("*")`;
const projection = `{_id, _type, _rev, _createdAt, _updatedAt, "slug": slug.current,
  "category": category._ref, "tags": tags[]._ref, "author": author._ref, publishedAt, from, to, permanent,
  "noindex": seo.noindex, defaultScript}`;
const entriesSchema = membersOf(entrySchema, "index entry");
const chunk = 5_000;

async function fetchAll(): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let after = "";
  for (;;) {
    const query = `*[${selected} && _id > $after] | order(_id asc) [0...${chunk}]${projection}`;
    // oxlint-disable-next-line no-await-in-loop -- each chunk starts where the last one ended
    const found = await ask({ query, params: { ...types, after }, schema: entriesSchema });
    for (const entry of found) entries.set(entry.id, entry);
    const last = found.at(-1);
    if (last === undefined || found.length < chunk) return entries;
    after = last.id;
  }
}

async function load(): Promise<Change[]> {
  const entries = await fetchAll();
  const changes = differences(state().entries, entries);
  Object.assign(state(), { entries, version: state().version + 1, loadedAt: Date.now() });
  return changes;
}

function differences(old: ReadonlyMap<string, Entry>, fresh: ReadonlyMap<string, Entry>): Change[] {
  const gone = [...old.values()].filter(({ id }) => !fresh.has(id));
  const changed = [...fresh.values()].filter(
    ({ id, revision }) => old.get(id)?.revision !== revision,
  );
  return [
    ...gone.map((before) => ({ before, after: null })),
    ...changed.map((after) => ({ before: old.get(after.id) ?? null, after })),
  ];
}

const retryAfter = 3_000;

/**
 * The index, loaded when first needed; `null` while the CMS cannot be asked.
 *
 * Only the first request waits for the CMS. Once that failed, it is tried again behind the others' backs.
 */
export async function siteIndex(): Promise<ReadonlyMap<string, Entry> | null> {
  const current = state();
  if (current.loadedAt > 0) return current.entries;
  const isFirst = current.triedAt === 0 || (current.loading !== null && !current.hasFailed);
  if (current.loading === null && Date.now() - current.triedAt > retryAfter) startLoading(current);
  if (isFirst) await current.loading;
  return state().loadedAt > 0 ? state().entries : null;
}

function startLoading(current: State): void {
  current.triedAt = Date.now();
  current.loading = load()
    .then(() => undefined)
    .catch((error: unknown) => {
      current.hasFailed = true;
      console.warn("content: the index of known pages could not be loaded", error);
    })
    .finally(() => {
      current.loading = null;
    });
}

/** Whether this process already knew the site before it is told of a change. */
export function isIndexLoaded(): boolean {
  return state().loadedAt > 0;
}

/** A number that changes whenever the index does, for what is derived from it. */
export function indexVersion(): number {
  return state().version;
}

/** Read some documents anew and say what the index knew of each and what it knows now. */
export async function refreshEntries(ids: readonly string[]): Promise<Change[]> {
  await siteIndex();
  const query = `*[${selected} && _id in $ids]${projection}`;
  const found = await ask({ query, params: { ...types, ids }, schema: entriesSchema });
  return apply(ids, new Map(found.map((entry) => [entry.id, entry])));
}

function apply(ids: readonly string[], fresh: ReadonlyMap<string, Entry>): Change[] {
  const { entries } = state();
  const changes = ids.map((id) => ({
    before: entries.get(id) ?? null,
    after: fresh.get(id) ?? null,
  }));
  for (const id of ids) {
    const entry = fresh.get(id);
    if (entry === undefined) entries.delete(id);
    else entries.set(id, entry);
  }
  if (ids.length > 0) state().version += 1;
  return changes;
}

const cursorSchema = z.object({ at: z.string(), count: z.number() });

export type Sync = { changes: Change[]; everything: boolean; cursor: string };

/**
 * Find what changed in the CMS since `cursor`, whether or not a webhook told of it.
 *
 * A document's own timestamp shows an edit; a deletion shows only in the number of documents, which makes
 * the whole index be read again. Without a cursor, or when deletions happened unseen, everything may differ.
 */
export async function syncIndex(cursor: string | null): Promise<Sync> {
  const since = readCursor(cursor);
  if (!isIndexLoaded()) return firstSync(since);
  const changes = [...(await catchUp()), ...state().found.splice(0)];
  return { changes, everything: false, cursor: cursorNow() };
}

async function firstSync(since: z.infer<typeof cursorSchema> | null): Promise<Sync> {
  const loaded = await load();
  if (since === null) return { changes: [], everything: true, cursor: cursorNow() };
  const isNewer = ({ after }: Change) => (after?.updatedAt ?? "") > since.at;
  const created = loaded.filter(({ after }) => (after?.createdAt ?? "") > since.at).length;
  const hasLost = state().entries.size < since.count + created;
  const changes = hasLost ? [] : loaded.filter(isNewer);
  return { changes, everything: hasLost, cursor: cursorNow() };
}

/** Look for changes at most once a minute, for an instance that nobody tells of them. */
export async function refreshIfOld(): Promise<void> {
  const current = state();
  const isTrusted = Date.now() - Math.max(current.loadedAt, current.triedAt) < trustedFor;
  if (isTrusted || current.loadedAt === 0) return;
  current.triedAt = Date.now();
  try {
    current.found.push(...(await catchUp()));
  } catch (error) {
    console.warn("content: the index of known pages could not be renewed", error);
  }
}

const trustedFor = 60_000;

function cursorNow(): string {
  return JSON.stringify({ at: latest(), count: state().entries.size });
}

function readCursor(cursor: string | null) {
  if (cursor === null) return null;
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    return null;
  }
}

function latest(): string {
  let at = "";
  for (const { updatedAt } of state().entries.values()) if (updatedAt > at) at = updatedAt;
  return at;
}

async function catchUp(): Promise<Change[]> {
  const query = `{"count": count(*[${selected}]), "recent": *[${selected} && _updatedAt >= $at]${projection}}`;
  const schema = z.object({ count: z.number(), recent: entriesSchema });
  const { count, recent } = await ask({ query, params: { ...types, at: latest() }, schema });
  const known = state().entries;
  const fresh = recent.filter(({ id, revision }) => known.get(id)?.revision !== revision);
  const ids = fresh.map(({ id }) => id);
  const changes = apply(ids, new Map(fresh.map((entry) => [entry.id, entry])));
  state().loadedAt = Date.now();
  return state().entries.size === count ? changes : [...changes, ...(await load())];
}
