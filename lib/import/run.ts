import type { SanityClient } from "@sanity/client";

import type { Assets } from "../rich-text/with-assets.ts";
import { documentsOf, picturesOf } from "./documents.ts";
import type { Outcome } from "./draft.ts";
import { PictureError } from "./picture-bytes.ts";
import { findPicture } from "./picture-files.ts";
import { makePlan, type Plan, type Planned } from "./plan.ts";
import { articleLines, otherLines, type Result, totalLine } from "./report.ts";
import { readSiteState } from "./site-state.ts";

export type RunOptions = {
  client: SanityClient;
  isDryRun: boolean;
  isRemoteAllowed: boolean;
  isUndatedPublished: boolean;
  say: (line: string) => void;
};

/**
 * Write what was read into the site, an article at a time, and tell of each.
 *
 * A document that is there already is left alone, so a second run changes nothing. Answers how many
 * inputs failed; the others are written all the same.
 */
export async function importOutcomes(
  outcomes: readonly Outcome[],
  options: RunOptions,
): Promise<number> {
  const { client, isDryRun, say } = options;
  const plan = makePlan(outcomes, await readSiteState(client), options);
  if (!isDryRun) await writeTerms(plan, client);
  const results: Result[] = [];
  for (const planned of plan.articles) {
    // One after another: an editor works on the same lake meanwhile.
    // oxlint-disable-next-line no-await-in-loop
    const result = await importOne(planned, plan, options);
    results.push(result);
    for (const line of articleLines(planned, result)) say(line);
  }
  for (const line of otherLines(outcomes, plan)) say(line);
  const unread = outcomes.filter(({ is }) => is === "failed").length;
  const failed = unread + results.filter(({ failure }) => failure !== null).length;
  say(totalLine(plan, { results, failed, isDryRun }));
  return failed;
}

async function writeTerms({ terms }: Plan, client: SanityClient): Promise<void> {
  if (terms.length === 0) return;
  const transaction = client.transaction();
  for (const term of terms) transaction.createIfNotExists(term);
  await transaction.commit({ returnDocuments: false });
}

async function importOne(planned: Planned, plan: Plan, options: RunOptions): Promise<Result> {
  const missing: string[] = [];
  const assets = new Map<string, string>();
  for (const { src } of picturesOf(planned)) {
    // oxlint-disable-next-line no-await-in-loop
    const asset = await bringPicture(src, { planned, plan, options }).catch((error: unknown) => {
      missing.push(`picture left out: ${shown(src)} ${reasonOf(error)}`);
      return null;
    });
    if (asset !== null) assets.set(src, asset);
  }
  const failure = options.isDryRun ? null : await write(planned, plan, { assets, options });
  return { pictures: assets.size, missing, failure };
}

type Around = { planned: Planned; plan: Plan; options: RunOptions };

async function bringPicture(src: string, { planned, plan, options }: Around): Promise<string> {
  const { client, isDryRun, isRemoteAllowed } = options;
  const { folder, base, root } = planned.draft;
  const { bytes, filename } = await findPicture(src, {
    root,
    folder,
    base,
    hosts: plan.hosts,
    isRemoteAllowed,
  });
  if (isDryRun) return "found";
  const asset = await client.assets.upload("image", Buffer.from(bytes), { filename });
  return asset._id;
}

async function write(
  planned: Planned,
  plan: Plan,
  { assets, options }: { assets: Assets; options: RunOptions },
): Promise<string | null> {
  const transaction = options.client.transaction();
  for (const document of documentsOf(planned, plan, assets))
    transaction.createIfNotExists(document);
  try {
    await transaction.commit({ returnDocuments: false });
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

const shown = (src: string): string => (src.length > 120 ? `${src.slice(0, 60)}…` : src);

function reasonOf(error: unknown): string {
  if (error instanceof PictureError) return error.message;
  return error instanceof Error ? error.message : String(error);
}
