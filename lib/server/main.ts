import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";

import { ExpectedFailure, isExpectedFailure } from "./failure.ts";
import { isFree } from "./free-port.ts";
import { createFrontDoor } from "./front-door.ts";
import type { FrontDoor } from "./front-door.ts";
import { startLake } from "./lake-process.ts";
import type { LakeProcess } from "./lake-process.ts";
import { startSite } from "./next-handler.ts";
import type { Site } from "./next-handler.ts";
import { createCdnProxy, createLakeProxy } from "./proxy.ts";
import { createRetention } from "./retention.ts";
import { createRevalidation } from "./revalidation.ts";
import type { Revalidation } from "./revalidation.ts";
import { readSecrets } from "./secrets.ts";
import type { Secrets } from "./secrets.ts";
import { distDir, lakeEnvironment, readSettings, shareWithSite } from "./settings.ts";
import type { Settings } from "./settings.ts";

// Else V8 forgets what makes pages while it lies idle, and the next publish waits for it to be compiled again.
setFlagsFromString("--no-flush-bytecode");

try {
  const settings = readSettings(
    resolve(import.meta.dirname, "../.."),
    readIsDevelopment(process.argv.slice(2)),
  );
  await run(settings, readSecrets(settings.dataDir));
} catch (error) {
  console.error(isExpectedFailure(error) ? error.message : error);
  process.exit(1);
}

/** Everything else is in the environment; who says it here must not believe that it was heard. */
function readIsDevelopment(parameters: readonly string[]): boolean {
  const unknown = parameters.find((parameter) => parameter !== "--dev");
  if (unknown === undefined) return parameters.length > 0;
  throw new ExpectedFailure(
    `"${unknown}" means nothing here: settings are environment variables, as in PORT=4000 npm start`,
  );
}

async function run(settings: Settings, secrets: Secrets): Promise<void> {
  keepRunning();
  shareWithSite(settings, secrets);
  let site: Site | null = null;
  let revalidation: Revalidation | undefined;
  const proxy = settings.hosted
    ? createCdnProxy(settings.hosted.cdn)
    : createLakeProxy(settings.lakeUrl);
  const door = createFrontDoor({
    settings,
    proxy,
    site: () => site,
    revalidate: (forward) => revalidation?.pass(forward) ?? forward(),
  });
  const retention = createRetention(door.ask, secrets.internalSecret);
  await listen(door, settings);
  const lake = settings.hosted ? null : await startOwnLake(settings, secrets);
  stopOnSignal(settings, async () => {
    revalidation?.stop();
    retention.stop();
    proxy.close();
    await drain(door);
    // What is still being made for nobody loses its lake now, which is no news to who stops the site.
    Object.assign(console, { error: () => {}, warn: () => {} });
    await lake?.stop();
  });
  site = await startSite(settings);
  revalidation = createRevalidation({
    ...door,
    internalSecret: secrets.internalSecret,
    dataDir: settings.dataDir,
    build: readBuild(settings),
    rehearses: settings.rehearses,
  });
  if (!settings.dev) {
    revalidation.start();
    retention.start();
  }
  announce(settings);
}

async function listen({ server }: FrontDoor, settings: Settings): Promise<void> {
  const { port, host } = settings;
  await new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => fail(explainListen(error, settings)));
    server.listen({ port, host }, done);
  });
}

function explainListen(cause: NodeJS.ErrnoException, { port, host }: Settings): Error {
  if (cause.code === "EADDRINUSE")
    return new ExpectedFailure(
      `Port ${port} is busy. Stop what uses it, or choose another: PORT=${port + 10} npm start`,
      { cause },
    );
  if (cause.code === "EACCES")
    return new ExpectedFailure(
      `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`,
      { cause },
    );
  if (host !== undefined)
    return new ExpectedFailure(
      `HOST=${host} is no address of this machine (${cause.code}). Set one of its own, or none for all of them.`,
      { cause },
    );
  return cause;
}

async function startOwnLake(settings: Settings, secrets: Secrets): Promise<LakeProcess> {
  if (!(await isFree(settings.lakePort)))
    throw new ExpectedFailure(
      `Port ${settings.lakePort} is busy; the lake needs it. Stop what uses it, or choose another: LAKE_PORT=${settings.lakePort + 10} npm start`,
    );
  return startLake({
    root: settings.root,
    url: settings.lakeUrl,
    environment: lakeEnvironment(settings, secrets),
    report: (sentence) => console.error(sentence),
  });
}

function readBuild({ root, dev }: Settings): string {
  if (dev) return "dev";
  return readFileSync(join(root, distDir(), "BUILD_ID"), "utf8").trim();
}

/** Let those who are being answered finish, for two seconds at most. */
async function drain({ server }: FrontDoor): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const hard = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(hard);
}

function stopOnSignal({ isUnderNpm }: Settings, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), 4_800).unref();
    void stop().then(() => process.exit(0));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  if (isUnderNpm) whenOrphaned(onSignal);
}

/** npm hands a signal to the shell between us and not to us: when that shell is gone, we were meant. */
function whenOrphaned(act: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 250).unref();
}

/** A broken stream deep inside a page must not take the whole site down with it. */
function keepRunning(): void {
  process.on("uncaughtException", (error) => console.error("Not caught:", error));
  process.on("unhandledRejection", (reason) => console.error("Not handled:", reason));
}

function announce(settings: Settings): void {
  const { siteUrl } = settings;
  const lines = [
    "",
    "一文 is running.",
    `  Site    ${siteUrl}`,
    `  Studio  ${siteUrl}/studio`,
    `  Log in  ${howToLogIn(settings)}`,
    "",
  ];
  console.log(lines.join("\n"));
}

/** The lake keeps the first password in a file until somebody changes it. */
function howToLogIn({ hosted, dataDir }: Settings): string {
  const file = join(dataDir, "first-login.txt");
  if (hosted) return "with your Sanity account";
  if (existsSync(file)) return readFileSync(file, "utf8").trim().split("\n").join(", ");
  return "with your account; npm run lake -- user sets a new password";
}
