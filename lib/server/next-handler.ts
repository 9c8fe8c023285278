import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

import type { Handler } from "./exchange.ts";
import type { Settings } from "./settings.ts";

export type Site = {
  handle: Handler;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
};

/**
 * Start Next in this process.
 *
 * Next is loaded here and not earlier, because React picks its build by `NODE_ENV` when it is first required.
 */
export async function startSite({ dev, root, port }: Settings): Promise<Site> {
  const { default: next } = await import("next");
  // Next listens for upgrades on whatever server it is given; this one never opens, so only we decide who gets one.
  const ghost = createServer();
  const app = next({ dev, dir: root, hostname: "localhost", port, httpServer: ghost, quiet: !dev });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => void ghost.emit("upgrade", request, socket, head),
    close: () => app.close(),
  };
}
