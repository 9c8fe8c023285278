import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { onTestFinished } from "vitest";

import { createFrontDoor } from "../../lib/server/front-door.ts";
import type { FrontDoor } from "../../lib/server/front-door.ts";
import { createLakeProxy } from "../../lib/server/proxy.ts";
import { parseSettings } from "../../lib/server/settings.ts";

export type SitePage = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export type OpenDoor = FrontDoor & { url: string; asked: string[] };

/** The headers Next gives a page that it keeps. */
export const kept = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "s-maxage=86400, stale-while-revalidate=31449600",
  "x-nextjs-cache": "HIT",
};

/** A front door on a port of its own, before a site that answers with `page`; `asked` lists what reached the site. */
export async function openDoor(
  page: SitePage,
  environment: Record<string, string> = {},
  lakeUrl = "http://127.0.0.1:9",
): Promise<OpenDoor> {
  const asked: string[] = [];
  const door = createFrontDoor({
    settings: parseSettings(environment, "/"),
    proxy: createLakeProxy(lakeUrl),
    site: () => ({
      handle: async (request, response) => {
        asked.push(`${request.method} ${request.url}`);
        await page(request, response);
      },
      upgrade: () => {},
      close: async () => {},
    }),
    revalidate: async (forward) => {
      const answer = await forward();
      door.cache.drop(JSON.parse(answer.body.toString()).paths);
      return answer;
    },
  });
  await new Promise<void>((done) => door.server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    door.server.closeAllConnections();
    door.server.close();
  });
  return { ...door, url: `http://127.0.0.1:${(door.server.address() as AddressInfo).port}`, asked };
}
