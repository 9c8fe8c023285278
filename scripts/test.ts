import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { argv, execPath } from "node:process";

import { z } from "zod";

const root = resolve(import.meta.dirname, "..");
const artifacts = join(root, ".artifacts");

/**
 * The longest first, and what mostly waits before what works, so that no core is idle at the end; only so many at a time
 * that two cores can follow a publish in the browser, while the sites that wait for a CMS to come back leave theirs to
 * others.
 */
const projects = ["studio-publishing", "sites", "studio", "contract", "visitors", "e2e"];
const lanes = 3;

const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** `failures` names each failed test and what it says, without where, to be read at the end of a long report. */
type Count = { passed: number; failures: string[] };

/** Run one vitest project; a suite that could not even be loaded, or a crash, counts as a failure. */
async function runProject(project: string, parameters: readonly string[]): Promise<Count> {
  const file = join(artifacts, `results-${project}.json`);
  rmSync(file, { force: true });
  const code = await runVitest([
    "run",
    `--project=${project}`,
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...parameters,
  ]);
  const count = readCount(file);
  if (code === 0 || count.failures.length > 0) return count;
  return { ...count, failures: [`${project}: vitest ended with ${code}`] };
}

function runVitest(parameters: readonly string[]): Promise<number> {
  return run([join(root, "node_modules/vitest/vitest.mjs"), ...parameters]);
}

function run(program: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(execPath, program, { cwd: root, stdio: "inherit" });
    child.once("error", () => done(1));
    child.once("exit", (code) => done(code ?? 1));
  });
}

function readCount(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failures: [`${file} was not written`] };
  const report = reportSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [named(name, "", message)] : [];
    return failed.map(({ fullName, failureMessages }) =>
      named(name, fullName, failureMessages?.[0]),
    );
  });
  return { passed: report.numPassedTests, failures };
}

function named(file: string, test: string, complaint = ""): string {
  const [message = ""] = complaint.split(/\n\s+at /u);
  const oneLine = message.replaceAll(/\s+/gu, " ").trim().slice(0, 1000);
  return [relative(root, file), test, oneLine].filter((part) => part !== "").join(" · ");
}

mkdirSync(artifacts, { recursive: true });
const total: Count = { passed: 0, failures: [] };
const waiting: string[] = [];

async function addResults(project: string): Promise<void> {
  const { passed, failures } = await runProject(project, argv.slice(2));
  total.passed += passed;
  total.failures.push(...failures);
}

async function runWaiting(): Promise<void> {
  const project = waiting.shift();
  if (project === undefined) return;
  await addResults(project);
  await runWaiting();
}

/** Have a browser and the built site; without them the rest is not run, and the run has failed. */
async function prepareSite(): Promise<void> {
  const code = await run([join(root, "scripts/setup/prepare.ts"), "test"]);
  if (code === 0) waiting.push(...projects);
  else total.failures.push("The site could not be prepared; why is above");
}

// The unit tests need no site. No more than they runs beside its build, which would take all the longer.
const prepared = prepareSite();
const unit = addResults("unit");
await Promise.all([
  unit.then(() => prepared).then(runWaiting),
  ...Array.from({ length: lanes - 1 }, () => prepared.then(runWaiting)),
]);
for (const failure of total.failures) console.log(`Failed: ${failure}`);
console.log(`${total.passed} passed, ${total.failures.length} failed`);
process.exitCode = total.failures.length > 0 || total.passed === 0 ? 1 : 0;
