import { createClient, type ClientConfig, type SanityClient } from "@sanity/client";
import { Observable } from "rxjs";
import { z } from "zod";

import { type ListenerEvent, Multiplexer } from "./multiplex";

const multiplexers = new Map<string, Multiplexer>();

const configSchema = z.object({
  url: z.string(),
  dataset: z.string(),
  token: z.string().optional(),
});

const eventNamesSchema = z.array(z.string()).default(["mutation"]);

/**
 * Make the client that the embedded Studio uses for everything it asks.
 *
 * `useProjectHostname` is off because the lake lives under a path of the site's own origin, not under
 * `<projectId>.api.…`; all listeners share one stream (see `Multiplexer`).
 */
export function createLakeClient(config: ClientConfig): SanityClient {
  return withSharedListeners(createClient({ ...config, useProjectHostname: false }));
}

/** Clients are cloned all through the Studio, so every clone is wrapped again. */
function withSharedListeners(client: SanityClient): SanityClient {
  const withConfig = client.withConfig.bind(client);
  const clone = client.clone.bind(client);
  const listen = listenThrough(client);
  Object.assign(client, {
    listen,
    withConfig: (next?: Partial<ClientConfig>) => withSharedListeners(withConfig(next)),
    clone: () => withSharedListeners(clone()),
  });
  Object.assign(client.observable, { listen });
  return client;
}

function listenThrough(client: SanityClient) {
  return (
    query: string,
    params: Record<string, unknown> = {},
    options: Record<string, unknown> = {},
  ): Observable<ListenerEvent> => {
    const { url, dataset, token } = configSchema.parse(client.config());
    const { events, ...rest } = options;
    const wanted = eventNamesSchema.parse(events);
    return new Observable((subscriber) =>
      multiplexer(url, token).add({
        dataset,
        query,
        params,
        options: { includeResult: true, ...rest },
        receive: (event) => {
          if (event.type === "channelError") subscriber.error(new Error(String(event["message"])));
          else if (wanted.includes(event.type)) subscriber.next(event);
        },
      }),
    );
  };
}

function multiplexer(url: string, token: string | undefined): Multiplexer {
  // The Studio asks under several API versions; a stream for each would be three of the six.
  const base = url.replace(/\/v[^/]*$/, "");
  const key = `${base} ${token ?? ""}`;
  const known = multiplexers.get(key);
  if (known !== undefined) return known;
  const headers: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const created = new Multiplexer(`${base}/vX/lake/multiplex`, headers);
  multiplexers.set(key, created);
  return created;
}
