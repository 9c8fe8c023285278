import { listSearchable, searchCatalogue } from "@/lib/content/searchable";
import { shared } from "@/lib/content/shared";
import { indexVersion } from "@/lib/content/site-index";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { renewIndex, search, type Found } from "@/lib/search/search-index";
import { isDamage, SearchStore } from "@/lib/search/store";

type State = {
  store: SearchStore | null;
  unreadable: Map<string, string>;
  renewing: Promise<void> | null;
  isDue: boolean;
  /** The version of the site's index that search was last brought up to. */
  version: number;
};

const state = shared<State>("search", () => ({
  store: null,
  unreadable: new Map(),
  renewing: null,
  isDue: false,
  version: -1,
}));

function openStore(): SearchStore {
  const current = state();
  current.store ??= SearchStore.open(env().dataDir);
  return current.store;
}

/** Begin anew with an empty index, which is filled by the next comparison with the CMS. */
function replaceIfDamaged(error: unknown): void {
  if (!isDamage(error)) return;
  const current = state();
  current.store?.close();
  SearchStore.discard(env().dataDir);
  Object.assign(current, { store: null, version: -1 });
}

/**
 * Bring the index up to what the site knows of the CMS; whoever comes while that is done has it done once more.
 *
 * A failure is logged and made good by the next comparison with the CMS.
 */
export async function renewSearch(): Promise<void> {
  const current = state();
  current.isDue = true;
  current.renewing ??= renewWhileDue(current).finally(() => {
    current.renewing = null;
  });
  await current.renewing;
}

async function renewWhileDue(current: State): Promise<void> {
  try {
    while (current.isDue) {
      current.isDue = false;
      // oxlint-disable-next-line no-await-in-loop -- what came meanwhile is done afterwards
      await renewOnce(current);
    }
  } catch (error) {
    console.warn("search: the index could not be renewed", error);
    replaceIfDamaged(error);
  }
}

async function renewOnce(current: State): Promise<void> {
  const version = indexVersion();
  if (version === current.version) return;
  const catalogue = await searchCatalogue();
  if (catalogue === null) return;
  const { unreadable } = current;
  await renewIndex(openStore(), { catalogue, read: listSearchable, unreadable });
  current.version = version;
}

const pageSize = 10;

export type Answer = { is: "found"; found: Found } | { is: "empty" } | { is: "unavailable" };

/** Look for what a visitor typed, in the script of the page. */
export function searchSite(typed: string, page: number, script: Locale): Answer {
  try {
    const found = search(openStore(), { typed, script, page, pageSize });
    return found === null ? { is: "empty" } : { is: "found", found };
  } catch (error) {
    console.warn("search: the index could not be asked", error);
    replaceIfDamaged(error);
    return { is: "unavailable" };
  }
}
