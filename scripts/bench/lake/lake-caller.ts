import { Agent, request } from "node:http";

import { siteToken } from "../../../tests/contract/lake-process.ts";

/** Calls a lake over connections that stay open, and answers how long it took in ms. */
export type LakeCaller = {
  get(path: string): Promise<number>;
  mutate(mutations: readonly unknown[]): Promise<number>;
  close(): void;
};

/** @throws {Error} from every call that is not answered with 200. */
export function createCaller(port: number): LakeCaller {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  function call(method: string, path: string, body = ""): Promise<number> {
    const headers = {
      ...(method === "POST" ? { authorization: `Bearer ${siteToken}` } : {}),
      ...(body === ""
        ? {}
        : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
    };
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const options = { agent, port, host: "127.0.0.1", method, path, headers };
      const sent = request(options, (response) => {
        response.resume();
        response.once("end", () => {
          if (response.statusCode === 200) resolve(performance.now() - start);
          else reject(new Error(`The lake answered ${response.statusCode} to ${path}`));
        });
      });
      sent.once("error", reject);
      sent.end(body);
    });
  }
  return {
    get: (path) => call("GET", path),
    mutate: (mutations) =>
      call(
        "POST",
        "/v2025-02-19/data/mutate/production?returnIds=true",
        JSON.stringify({ mutations }),
      ),
    close: () => agent.destroy(),
  };
}

/** Call again and again for so many seconds, `concurrency` at once; answers how long each took. */
export async function callFor(
  seconds: number,
  concurrency: number,
  work: () => Promise<number>,
): Promise<number[]> {
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  const goOn = async (): Promise<void> => {
    if (performance.now() > end) return;
    times.push(await work());
    await goOn();
  };
  await Promise.all(Array.from({ length: concurrency }, () => goOn()));
  return times;
}
