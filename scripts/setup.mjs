// Runs before everything else, on whatever Node the machine has, so it imports nothing that must be installed first.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const asked = new Set(process.argv.slice(2));
const isForTest = asked.has("--test");
const isForDevelopment = asked.has("--seed");
const isInstallOnly = asked.has("--dependencies");

process.chdir(root);
checkNode();
readEnvironmentFiles();
checkWritable(root, "The project's folder");
if (!isInstallOnly && !isForTest) await checkPlace();
install();
if (!isInstallOnly) continueOnNode24();

function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20)
    stop(`Node ${process.versions.node} is too old. Install Node 20 or newer: https://nodejs.org`);
}

function readEnvironmentFiles() {
  for (const file of [".env.local", ".env"])
    try {
      if (existsSync(file) && process.loadEnvFile) process.loadEnvFile(file);
    } catch {
      stop(
        `${file} cannot be read: make it a file of lines like PORT=3000 that this user may read, or remove it.`,
      );
    }
}

/** What would make the start fail is found now, before anybody waits for an installation. */
async function checkPlace() {
  const dataDir = resolve(root, process.env.DATA_DIR || ".data");
  checkWritable(dataDir, "The data folder");
  const port = readPort("PORT", 3000);
  const lakePort = readPort("LAKE_PORT", 3001);
  const isHosted = Boolean(process.env.SANITY_PROJECT_ID);
  if (port === lakePort && !isHosted)
    stop(
      `PORT and LAKE_PORT are both ${port}. Give the lake another: LAKE_PORT=${port + 1} npm start`,
    );
  const host = process.env.HOST || undefined;
  const reason = await whyTaken(port, host);
  if (reason === "EACCES")
    stop(
      `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`,
    );
  if (reason && reason !== "EADDRINUSE")
    stop(
      `HOST=${host ?? ""} is no address of this machine (${reason}). Set one of its own, or none for all of them.`,
    );
  if (reason)
    stop(`Port ${port} is busy. Stop what uses it, or choose another: PORT=${port + 10} npm start`);
  if (!isHosted && (await whyTaken(lakePort, "127.0.0.1")))
    stop(
      `Port ${lakePort} is busy; the lake needs it. Stop what uses it, or choose another: LAKE_PORT=${lakePort + 10} npm start`,
    );
}

function readPort(name, usual) {
  const port = Number(process.env[name] || usual);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    stop(`${name} must be a number from 1 to 65535, not "${process.env[name]}".`);
  return port;
}

function checkWritable(folder, name) {
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) stop(`${name} ${folder} is a file. Choose a folder.`);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    stop(`${name} ${folder} cannot be written (${error.code}). Change its owner or its rights.`);
  }
}

/** Step by step: node's own recursive way never returns where the system refuses with "no such file" (/proc). */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** The system's reason not to let us listen there; `null` when it lets us. */
function whyTaken(port, host) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", ({ code }) => done(code));
    probe.listen({ port, host }, () => probe.close(() => done(null)));
  });
}

function install() {
  const stampFile = join("node_modules", ".setup-stamp");
  if (read(stampFile) === installStamp() && existsSync(node24())) return;
  checkRegistry();
  say("Installing packages …");
  const startedAt = Date.now();
  const result = npm(["install", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (result.status !== 0) explainInstall(result);
  writeFileSync(stampFile, installStamp());
  say(`Installed in ${seconds(startedAt)}.`);
}

/** Asked about a thousand packages, npm tries a registry that is not there for many minutes; so it is asked about one. */
function checkRegistry() {
  const result = npm([
    "view",
    "node",
    "dist-tags.latest",
    "--fetch-retries=1",
    "--fetch-timeout=20000",
    "--loglevel=error",
  ]);
  if (result.status !== 0 && isUnreachable(wordsOf(result))) stopUnreachable();
}

function installStamp() {
  const hash = createHash("sha256").update(process.platform + process.arch);
  for (const file of ["package.json", "package-lock.json"]) hash.update(`\0${read(file)}`);
  return hash.digest("hex");
}

function npm(parameters) {
  // npm tells its children which script they are in; the npm started here is in none
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command)/.test(name)),
  );
  return spawnSync("npm", parameters, {
    env: { ...environment, npm_config_fetch_retry_mintimeout: "1000" },
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
  });
}

function explainInstall(result) {
  const words = wordsOf(result);
  if (isUnreachable(words)) stopUnreachable();
  if (/EACCES|EPERM|EROFS/.test(words))
    stop(
      "npm may not write into node_modules. Change the folder's owner, or delete node_modules and start again.",
    );
  if (/ENOSPC/.test(words)) stop("The disk is full: the installation needs about 1.5 GB.");
  process.stderr.write(words);
  stop("npm install failed; its own words are above.");
}

function wordsOf({ stdout, stderr, error }) {
  return `${error ? `${error.message}\n` : ""}${stdout ?? ""}${stderr ?? ""}`;
}

function isUnreachable(words) {
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.test(
    words,
  );
}

function stopUnreachable() {
  stop(
    "The npm registry cannot be reached. Check the network, or npm's registry and proxy settings, and start again.",
  );
}

/** The rest needs what was just installed, Node 24 among it. */
function continueOnNode24() {
  const mode = isForTest ? "test" : isForDevelopment ? "development" : "production";
  const { status } = spawnSync(node24(), ["scripts/setup/prepare.ts", mode], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

function node24() {
  return process.platform === "win32"
    ? join("node_modules", "node", "bin", "node.exe")
    : join("node_modules", ".bin", "node");
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

function say(sentence) {
  console.log(sentence);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
