import type { Server } from "node:http";

import { getRequestListener } from "@hono/node-server";

import { openAssets } from "./assets/assets.ts";
import { openAudit } from "./audit.ts";
import { createAccess } from "./auth/access.ts";
import { authorizeWrite } from "./auth/identity.ts";
import { StartupError } from "./errors.ts";
import type { Lake } from "./lake.ts";
import { createLimitedServer } from "./limits/limited-server.ts";
import { createLog } from "./log.ts";
import { attachPresence } from "./presence/socket.ts";
import { createQueryService } from "./query/service.ts";
import { routes } from "./routes.ts";
import { Scheduler } from "./schedule.ts";
import type { Settings } from "./settings.ts";
import { Store } from "./store.ts";
import { writableFolder } from "./store/data-folder.ts";
import { lockFolder } from "./store/folder-lock.ts";
import { WebhookDispatcher } from "./webhooks/dispatcher.ts";

/** A lake that answers; `close` finishes its writes and ends its streams. */
export type RunningLake = { lake: Lake; port: number; close: () => Promise<void> };

/**
 * Open the store; the dataset `production` exists from the start.
 *
 * @throws {StartupError} when another lake has the folder, or the file cannot be used.
 */
export async function openLake(settings: Settings): Promise<Lake> {
  const unlock = lockFolder(writableFolder(settings.dataDir));
  const store = new Store(settings.dataDir, unlock);
  await store.write(() => store.createDataset("production"));
  const log = createLog(settings.logLevel);
  const queries = createQueryService(store, settings, log);
  const audit = openAudit(settings.dataDir, log);
  store.onCommit(audit.recordCommit);
  return {
    store,
    settings,
    log,
    access: createAccess(store.db),
    assets: await openAssets(settings.dataDir, log),
    audit,
    authorize: authorizeWrite,
    queries,
  };
}

/**
 * Serve the lake on its port.
 *
 * @throws {StartupError} when the port is taken or the file cannot be used.
 */
export async function startLake(settings: Settings): Promise<RunningLake> {
  const lake = await openLake(settings);
  const webhooks = new WebhookDispatcher(lake);
  const scheduler = new Scheduler(lake);
  webhooks.watch();
  const server = createLimitedServer(getRequestListener(routes(lake).fetch));
  const closePresence = attachPresence(server, lake);
  const port = await listen(server, settings).catch(async (cause: unknown) => {
    await lake.queries.close();
    await lake.store.close();
    throw cause;
  });
  await webhooks.start();
  scheduler.start();
  const close = () => {
    webhooks.close();
    scheduler.close();
    closePresence();
    return stop(server, lake);
  };
  return { lake, port, close };
}

function listen(server: Server, { port, host }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === "EADDRINUSE" ? "is in use" : `cannot be used (${cause.message})`;
      reject(new StartupError(`The lake's port ${port} ${reason}: set LAKE_PORT`, { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

async function stop(server: Server, lake: Lake): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await lake.store.close();
  await lake.queries.close();
  lake.audit.close();
  server.closeAllConnections();
  await closed;
}
