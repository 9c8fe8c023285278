import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { RoleName } from "../../lib/lake/auth/roles.ts";
import { routes } from "../../lib/lake/routes.ts";
import { openLake } from "../../lib/lake/server.ts";
import { readSettings } from "../../lib/lake/settings.ts";

/** A lake in a folder of its own, asked without a socket. */
export async function openAccessLake(environment: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "lake-access-"));
  const settings = readSettings({
    DATA_DIR: folder,
    LAKE_PUBLIC_URL: "https://example.com/api/lake",
    LAKE_SITE_TOKEN: "site-token-of-the-test",
    LAKE_LOG: "silent",
    ...environment,
  });
  const lake = await openLake(settings);
  const app = routes(lake);
  return {
    lake,
    folder,
    send: (path: string, init: RequestInit = {}) => Promise.resolve(app.request(path, init)),
    /** The header of a new token with this role. */
    tokenFor: (role: RoleName, dataset: string | null = null) => {
      const { secret } = lake.access.accounts.createAccessToken({ label: role, role, dataset });
      return { authorization: `Bearer ${secret}` };
    },
    async close() {
      await lake.queries.close();
      await lake.store.close();
      lake.audit.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type AccessLake = Awaited<ReturnType<typeof openAccessLake>>;
