import { evaluate, parse } from "groq-js";

import type { Identity } from "../../../lib/lake/auth/identity.ts";
import type { Lake } from "../../../lib/lake/lake.ts";
import { routes } from "../../../lib/lake/routes.ts";
import { openLake } from "../../../lib/lake/server.ts";
import { readSettings } from "../../../lib/lake/settings.ts";

export type Attributes = { _id: string; _type: string; [name: string]: unknown };

const token = "a-site-token-for-tests";

export const editor: Identity = {
  id: "tester",
  name: "Tester",
  kind: "user",
  roles: ["editor"],
  dataset: null,
};

/** Open a lake that lives in memory. */
export function openMemoryLake(): Promise<Lake> {
  return openLake(
    readSettings({ DATA_DIR: ":memory:", LAKE_SITE_TOKEN: token, LAKE_LOG: "error" }),
  );
}

let datasets = 0;

/** Write documents into a fresh dataset, through the lake's own mutations. Answers its name. */
export async function fill(lake: Lake, documents: readonly Attributes[]): Promise<string> {
  datasets += 1;
  const dataset = `filled-${datasets}`;
  await lake.store.write(() => lake.store.createDataset(dataset));
  const mutations = documents.map((createOrReplace) => ({ createOrReplace }));
  const response = await routes(lake).request(`/v1/data/mutate/${dataset}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ mutations }),
  });
  if (!response.ok) throw new Error(await response.text());
  return dataset;
}

/** What the lake holds, by `_id`. */
export function stored(lake: Lake, dataset: string): Attributes[] {
  return lake.store
    .prepare("select body from documents where dataset = ? order by id")
    .all(dataset)
    .map((row): Attributes => JSON.parse(String(row["body"])));
}

/** Evaluate with groq-js alone. */
export async function plainly(
  query: string,
  dataset: readonly unknown[],
  params: Record<string, unknown> = {},
): Promise<unknown> {
  const value = await evaluate(parse(query, { params }), { dataset: [...dataset], params });
  return JSON.parse(JSON.stringify(await value.get()));
}
