import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { execPath } from "node:process";
import { text } from "node:stream/consumers";

import { z } from "zod";

import { editorClient, newArticle } from "../../tests/e2e/content-editor.ts";
import { startSiteProcess } from "../../tests/e2e/site-process.ts";
import type { SiteProcess } from "../../tests/e2e/site-process.ts";
import { findForeignWords } from "../../tests/e2e/visitors.ts";
import { inTurn } from "../in-turn.ts";
import { anArticle } from "./an-article.ts";
import { median, round } from "./bench-line.ts";
import type { BenchLine } from "./bench-line.ts";
import { prepareTestBuild } from "./prepare-build.ts";
import { publishLines, timeUntilShown } from "./publish.ts";
import { cpuTime, startNextAlone, startNginx } from "./serve/servers.ts";
import type { MeasuredServer } from "./serve/servers.ts";

const root = resolve(import.meta.dirname, "../..");
const rounds = 5;
const resultSchema = z.object({ seconds: z.number() });

type Measurement = { cpu: number; perSecond: number };

/**
 * What a cached article costs: CPU time a request, as `npm start` serves it, set against nginx serving
 * the same HTML as a file and against Next alone, plain and compressed, all in turns. Then, while visitors
 * ask as fast as they can: how soon a publish is seen everywhere, and whether anybody sees another's words.
 */
export async function run(): Promise<BenchLine[]> {
  prepareTestBuild(root);
  const site = await startSiteProcess({ isAtHome: true });
  const servers: MeasuredServer[] = [];
  try {
    const path = await anArticle(site.url);
    const html = Buffer.from(
      await (
        await fetch(site.url + path, { headers: { "accept-encoding": "identity" } })
      ).arrayBuffer(),
    );
    servers.push({
      name: "front door",
      port: Number(new URL(site.url).port),
      path,
      pid: site.pid,
      stop: () => site.stop(),
    });
    servers.push(await startNginx(html));
    servers.push(await startNextAlone(root, path, nextEnvironment(site)));
    const plain = await compare(servers, "identity");
    const compressed = await compare(servers, "gzip");
    return [
      ...lines("serve.article", plain, html.length),
      ...lines("serve.article.gzip", compressed, html.length),
      ...(await underLoad(site, path)),
    ];
  } finally {
    await Promise.all(servers.length > 0 ? servers.map((server) => server.stop()) : [site.stop()]);
  }
}

const publishes = 10;

async function underLoad(site: SiteProcess, path: string): Promise<BenchLine[]> {
  const order = { port: Number(new URL(site.url).port), path, encoding: "gzip", connections: 16 };
  const child = startLoad({ ...order, requests: Number.MAX_SAFE_INTEGER });
  const ended = once(child, "exit");
  try {
    const article = newArticle({ title: "第一版" });
    const address = `/news/${article.slug.current}`;
    const lake = editorClient(site);
    const times = [await timeUntilShown(site.url, address, "第一版", () => lake.create(article))];
    for (let turn = 1; turn < publishes; turn += 1) {
      const words = `第${turn}次修改`;
      const edit = () => lake.patch(article._id).set({ title: words }).commit();
      times.push(await timeUntilShown(site.url, address, words, edit));
    }
    await lake.delete(article._id);
    const foreign = await findForeignWords(site, 10);
    if (child.exitCode !== null) throw new Error("The load ended too early");
    return [
      ...publishLines("serve.load.publish", times),
      { name: "serve.load.foreign-words", unit: "answers", value: foreign.length },
    ];
  } finally {
    child.kill();
    await ended;
  }
}

function nextEnvironment(site: SiteProcess): NodeJS.ProcessEnv {
  return {
    ...process.env,
    SITE_URL: site.url,
    LAKE_URL: site.lakeUrl,
    SANITY_API_TOKEN: site.token,
    DATA_DIR: site.dataDir,
    NEXT_DIST_DIR: site.distDir,
  };
}

/** Every server in turns, so that a busy moment of the machine meets all of them alike. */
async function compare(
  servers: readonly MeasuredServer[],
  encoding: string,
): Promise<Map<string, Measurement>> {
  const measured = new Map<string, Measurement[]>();
  await inTurn(servers, (server) => load(server, encoding, 200));
  await inTurn(Array.from({ length: rounds }, () => servers).flat(), async (server) => {
    const requests = server.name === "Next alone" ? 1_000 : 20_000;
    const one = await measure(server, encoding, requests);
    measured.set(server.name, [...(measured.get(server.name) ?? []), one]);
  });
  return new Map(
    [...measured].map(([name, all]) => [
      name,
      {
        cpu: median(all.map(({ cpu }) => cpu)),
        perSecond: median(all.map(({ perSecond }) => perSecond)),
      },
    ]),
  );
}

async function measure(
  server: MeasuredServer,
  encoding: string,
  requests: number,
): Promise<Measurement> {
  const before = cpuTime(server.pid);
  const seconds = await load(server, encoding, requests);
  return { cpu: (cpuTime(server.pid) - before) / requests, perSecond: requests / seconds };
}

async function load(
  { port, path }: MeasuredServer,
  encoding: string,
  requests: number,
): Promise<number> {
  const child = startLoad({ port, path, encoding, requests, connections: 16 });
  const [words, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`The load on port ${port} failed`);
  return resultSchema.parse(JSON.parse(words)).seconds;
}

function startLoad(order: Record<string, unknown>) {
  const program = join(import.meta.dirname, "serve/load.ts");
  return spawn(execPath, [program, JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function lines(
  name: string,
  measured: ReadonlyMap<string, Measurement>,
  bytes: number,
): BenchLine[] {
  const door = measured.get("front door");
  if (door === undefined) throw new RangeError("The front door was not measured");
  return [...measured]
    .filter(([server]) => server !== "front door")
    .map(([server, { cpu, perSecond }]) => ({
      name,
      unit: "µs CPU a request",
      value: round(door.cpu),
      against: server,
      ratio: round(door.cpu / cpu, 3),
      other: round(cpu),
      perSecond: Math.round(door.perSecond),
      otherPerSecond: Math.round(perSecond),
      bytes,
    }));
}
