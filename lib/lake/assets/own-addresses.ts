import { systemIdentity } from "#lake/auth/identity.ts";
import type { Lake } from "#lake/lake.ts";
import { transact } from "#lake/transaction/commit.ts";

const placeKey = "assetsPublicUrl";
const mostAtOnce = 500;

/**
 * Give every asset the address at which browsers reach this lake now, after a move to another host or port.
 *
 * Sanity's tools take an asset's `url` as it stands: the Studio's choice of pictures would ask the old address.
 */
export async function renewAssetAddresses(lake: Lake): Promise<void> {
  const { store, settings } = lake;
  if (!settings.isPublicUrlTold) return;
  const known = store.prepare("select value from lake where key = ?").get(placeKey)?.["value"];
  if (known === settings.publicUrl) return;
  for (const { name } of store.listDatasets()) {
    // oxlint-disable-next-line no-await-in-loop -- writers stand in one line anyway
    await renewIn(lake, name);
  }
  await store.write(() => {
    store
      .prepare("insert or replace into lake(key, value) values(?, ?)")
      .run(placeKey, settings.publicUrl);
  });
}

async function renewIn(lake: Lake, dataset: string): Promise<void> {
  const { store, settings } = lake;
  // An address that does not end with the asset's own path is somebody else's.
  const outdated = store
    .prepare(
      `select id, body ->> '$.path' as path, body ->> '$.url' as url from documents
       where dataset = ? and type in ('sanity.imageAsset', 'sanity.fileAsset')`,
    )
    .all(dataset)
    .map((row) => ({ id: String(row["id"]), path: `/${row["path"]}`, url: String(row["url"]) }))
    .filter(({ path, url }) => url.endsWith(path) && url !== settings.publicUrl + path);
  for (let start = 0; start < outdated.length; start += mostAtOnce) {
    const some = outdated.slice(start, start + mostAtOnce);
    const request = {
      dataset,
      transactionId: undefined,
      content: some,
      identity: systemIdentity,
      dryRun: false,
    };
    // oxlint-disable-next-line no-await-in-loop -- so that others are not kept waiting for all of them
    await transact(lake, request, (transaction) =>
      some.map(({ id, path }) =>
        transaction.patch(id, { set: { url: settings.publicUrl + path } }),
      ),
    );
  }
}
