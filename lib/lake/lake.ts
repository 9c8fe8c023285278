import type { Assets } from "./assets/assets.ts";
import type { Audit } from "./audit.ts";
import type { Access } from "./auth/access.ts";
import type { AuthorizeWrite } from "./auth/identity.ts";
import type { Log } from "./log.ts";
import type { QueryService } from "./query/service.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store.ts";

/** Everything a part of the lake may use. */
export type Lake = {
  store: Store;
  settings: Settings;
  log: Log;
  access: Access;
  assets: Assets;
  audit: Audit;
  authorize: AuthorizeWrite;
  queries: QueryService;
};
