import { resolve } from "node:path";

import { z } from "zod";

import { StartupError } from "./errors.ts";
import { logLevels } from "./log.ts";

function whole(least: number, most: number, example: number) {
  const complaint = `must be a whole number from ${least} to ${most}, like ${example}`;
  return z.coerce.number(complaint).int(complaint).min(least, complaint).max(most, complaint);
}

const address = (example: string) => z.url(`must be an address like ${example}`);

const webhookSchema = z.object({
  name: z.string().min(1),
  url: address("https://www.example.com/hook"),
  secret: z.string().optional(),
  filter: z.string().default(""),
  projection: z.string().default(""),
  dataset: z.string().default("production"),
});

/** One configured webhook; an empty filter means every document, an empty projection the whole one. */
export type WebhookSettings = z.infer<typeof webhookSchema>;

const webhooksSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "is not JSON" });
      return z.NEVER;
    }
  })
  .pipe(z.array(webhookSchema));

const environmentSchema = z.object({
  LAKE_PORT: whole(0, 65_535, 3001).default(3001),
  LAKE_HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  LAKE_PUBLIC_URL: address("https://www.example.com/api/lake").optional(),
  LAKE_SITE_TOKEN: z.string().min(16, "must have 16 characters or more").optional(),
  LAKE_PROJECT_ID: z.string().default("yiwen"),
  LAKE_WEBHOOKS: webhooksSchema.default([]),
  LAKE_QUERY_TIMEOUT_MS: whole(10, 3_600_000, 2000).default(2000),
  LAKE_QUERY_WORKERS: whole(2, 16, 4).optional(),
  LAKE_QUERY_MAX_RESULT_MB: whole(1, 512, 32).default(32),
  LAKE_LOG: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("warn"),
});

// As the front door has it: a relative DATA_DIR means the same wherever a command is given.
const root = resolve(import.meta.dirname, "../..");

/** What the lake is told from outside, read once. */
export type Settings = {
  port: number;
  host: string;
  dataDir: string;
  /** Where browsers reach the lake; asset URLs begin with it. No slash at the end. */
  publicUrl: string;
  /** Whether that was told, or made up from the port. */
  isPublicUrlTold: boolean;
  siteToken: string | null;
  projectId: string;
  webhooks: readonly WebhookSettings[];
  query: {
    deadlineMs: number;
    /** Null leaves it to the number of processors. */
    workers: number | null;
    maxResultBytes: number;
  };
  logLevel: (typeof logLevels)[number];
};

/**
 * Read the lake's settings from the environment; an empty variable counts as absent.
 *
 * @throws {StartupError} naming every variable that does not fit.
 */
export function readSettings(given: Record<string, string | undefined> = process.env): Settings {
  const filled = Object.entries(given).filter(([, value]) => value !== undefined && value !== "");
  const parsed = environmentSchema.safeParse(Object.fromEntries(filled));
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new StartupError(`The lake's settings do not fit: ${issues.join("; ")}`);
  }
  const env = parsed.data;
  const publicUrl = env.LAKE_PUBLIC_URL ?? `http://localhost:${env.LAKE_PORT}`;
  return {
    port: env.LAKE_PORT,
    host: env.LAKE_HOST,
    dataDir: env.DATA_DIR === ":memory:" ? env.DATA_DIR : resolve(root, env.DATA_DIR),
    publicUrl: publicUrl.replace(/\/+$/, ""),
    isPublicUrlTold: env.LAKE_PUBLIC_URL !== undefined,
    siteToken: env.LAKE_SITE_TOKEN ?? null,
    projectId: env.LAKE_PROJECT_ID,
    webhooks: env.LAKE_WEBHOOKS,
    query: {
      deadlineMs: env.LAKE_QUERY_TIMEOUT_MS,
      workers: env.LAKE_QUERY_WORKERS ?? null,
      maxResultBytes: env.LAKE_QUERY_MAX_RESULT_MB * 1_000_000,
    },
    logLevel: env.LAKE_LOG,
  };
}

/** Whether content lives on hosted Sanity instead of here. */
export const isHosted = (): boolean => (process.env["SANITY_PROJECT_ID"] ?? "") !== "";

/** The environment for a program started from here, with what it is told besides. */
export const environmentWith = (told: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...told,
});
