import { join, resolve } from "node:path";

import { z } from "zod";

import { findEnvFaults } from "#env";
import { loadEnvFiles } from "#env-files";
import { publicTypes } from "#public-types";
import { address, faultsIn, siteAddress, wholeNumber } from "#variables";

import { ExpectedFailure } from "./failure.ts";
import type { Secrets } from "./secrets.ts";

const port = (example: number) => wholeNumber({ least: 1, most: 65_535, example });
const onOrOff = z.enum(["on", "off"], "must be on or off").default("on");
const megabytes = z
  .string()
  .refine((text) => Number(text) > 0, "must be a number of megabytes, like 96")
  .transform((text) => Number(text) * 1024 * 1024);

/** Both scripts are the product; Taiwan's and Hong Kong's forms can be added. */
function areLocales(list: string): boolean {
  const asked = list.split(",");
  const optional = ["zh-Hant-TW", "zh-Hant-HK"];
  return (
    asked.includes("zh-Hans") &&
    asked.includes("zh-Hant") &&
    asked.every((tag) => ["zh-Hans", "zh-Hant", ...optional].includes(tag))
  );
}

const webhooksExample = '[{"name":"mine","url":"https://www.example.com/hook","secret":"…"}]';
const webhooksComplaint = `must be a JSON list like ${webhooksExample}`;

/** An operator's webhooks as the lake reads them; here it matters that they are some, and none takes the site's name. */
const webhooksSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: webhooksComplaint });
      return z.NEVER;
    }
  })
  .pipe(
    z.array(
      z.looseObject(
        {
          name: z
            .string(webhooksComplaint)
            .min(1, webhooksComplaint)
            .refine(
              (name) => name !== "revalidate",
              'has a "revalidate", which is the site\'s own',
            ),
          url: z.url({ protocol: /^https?$/, error: webhooksComplaint }),
        },
        webhooksComplaint,
      ),
      webhooksComplaint,
    ),
  );

const environmentSchema = z.object({
  PORT: port(3000).default(3000),
  HOST: z.string().optional(),
  LAKE_PORT: port(3001).default(3001),
  DATA_DIR: z.string().default(".data"),
  SITE_URL: siteAddress.optional(),
  LOCALES: z
    .string()
    .transform((list) => list.replaceAll(/\s/g, ""))
    .refine(areLocales, "must list zh-Hans,zh-Hant and, if wanted, zh-Hant-TW and zh-Hant-HK")
    .default("zh-Hans,zh-Hant"),
  LEAN_HTML: onOrOff,
  REHEARSAL: onOrOff,
  PAGE_CACHE_MB: megabytes.default(96 * 1024 * 1024),
  TRUSTED_PROXIES: wholeNumber({ least: 0, most: 100, example: 1 }).default(0),
  WECHAT_APP_ID: z.string().optional(),
  WECHAT_APP_SECRET: z.string().optional(),
  SANITY_PROJECT_ID: z.string().optional(),
  SANITY_DATASET: z.string().default("production"),
  SANITY_API_TOKEN: z.string().optional(),
  SANITY_WEBHOOK_SECRET: z.string().optional(),
  SANITY_CDN_HOST: address(["http", "https"], "https://cdn.sanity.io").default(
    "https://cdn.sanity.io",
  ),
  LAKE_WEBHOOKS: webhooksSchema.default([]),
});

export type Settings = {
  root: string;
  dev: boolean;
  isUnderNpm: boolean;
  port: number;
  host: string | undefined;
  lakePort: number;
  lakeUrl: string;
  dataDir: string;
  siteUrl: string;
  /** The scripts the site is published in, as `LOCALES` lists them. */
  locales: string;
  leanHtml: boolean;
  /** Whether a start rehearses a publish, so that the first real one is quick. */
  rehearses: boolean;
  /** Whether pages may load WeChat's script, which gives links shared there a title and a picture. */
  hasWechat: boolean;
  pageCacheBytes: number;
  /** What the operator has the lake tell besides the site. */
  webhooks: readonly object[];
  /** How many proxies of ours stand before the front door; 0 = believe the socket alone. */
  trustedProxies: number;
  /** Set when content lives on hosted Sanity: then no lake is started. */
  hosted: {
    projectId: string;
    dataset: string;
    cdn: string;
    token: string;
    webhookSecret: string;
  } | null;
};

/**
 * Read the environment of the front door, `.env.local` and `.env` included; what is already set wins.
 *
 * An empty variable counts as unset.
 *
 * @throws {ExpectedFailure} naming every variable that cannot be used.
 */
export function readSettings(root: string, dev: boolean): Settings {
  const fault = loadEnvFiles(root);
  if (fault !== null) throw new ExpectedFailure(fault);
  return parseSettings(process.env, root, dev);
}

export function parseSettings(
  variables: Readonly<Record<string, string | undefined>>,
  root: string,
  dev = false,
): Settings {
  const environment = readEnvironment(variables);
  return {
    root,
    dev,
    isUnderNpm: variables["npm_lifecycle_event"] !== undefined,
    port: environment.PORT,
    host: environment.HOST,
    lakePort: environment.LAKE_PORT,
    lakeUrl: `http://127.0.0.1:${environment.LAKE_PORT}`,
    dataDir: resolve(root, environment.DATA_DIR),
    siteUrl: environment.SITE_URL ?? `http://localhost:${environment.PORT}`,
    locales: environment.LOCALES,
    leanHtml: environment.LEAN_HTML === "on" && !dev,
    rehearses: environment.REHEARSAL === "on",
    hasWechat:
      environment.WECHAT_APP_ID !== undefined && environment.WECHAT_APP_SECRET !== undefined,
    pageCacheBytes: environment.PAGE_CACHE_MB,
    trustedProxies: environment.TRUSTED_PROXIES,
    webhooks: environment.LAKE_WEBHOOKS,
    hosted: readHosted(environment),
  };
}

/** What the site reads is looked at too: it would only find a fault when a reader asks for a page. */
function readEnvironment(variables: Readonly<Record<string, string | undefined>>) {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(filled);
  const own = parsed.success ? new Map<string, string>() : faultsIn(parsed.error);
  const faults = new Map([...findEnvFaults(filled), ...own]);
  if (!parsed.success || faults.size > 0)
    throw new ExpectedFailure([...faults.values()].join("; "), { cause: parsed.error });
  const { PORT: sitePort, LAKE_PORT: lakePort, SANITY_PROJECT_ID: project } = parsed.data;
  if (sitePort === lakePort && project === undefined)
    throw new ExpectedFailure(
      `PORT and LAKE_PORT are both ${sitePort}: give the lake another, like LAKE_PORT=${sitePort + 1}`,
    );
  return parsed.data;
}

function readHosted(environment: z.infer<typeof environmentSchema>): Settings["hosted"] {
  if (environment.SANITY_PROJECT_ID === undefined) return null;
  return {
    projectId: environment.SANITY_PROJECT_ID,
    dataset: environment.SANITY_DATASET,
    cdn: environment.SANITY_CDN_HOST,
    token: environment.SANITY_API_TOKEN ?? "",
    webhookSecret: environment.SANITY_WEBHOOK_SECRET ?? "",
  };
}

/**
 * Put what the site reads (`lib/env.ts`) into this process's environment.
 *
 * Must run before Next is loaded: React picks its build by `NODE_ENV` when it is first required.
 */
export function shareWithSite(settings: Settings, secrets: Secrets): void {
  const { hosted } = settings;
  Object.assign(process.env, {
    NODE_ENV: settings.dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    SITE_URL: settings.siteUrl,
    LOCALES: settings.locales,
    DATA_DIR: settings.dataDir,
    INTERNAL_SECRET: secrets.internalSecret,
    SANITY_WEBHOOK_SECRET: hosted?.webhookSecret || secrets.webhookSecret,
    ...(hosted ? {} : { LAKE_URL: settings.lakeUrl, SANITY_API_TOKEN: secrets.siteToken }),
  });
}

/** The environment of the lake process: everything of ours, and what `lib/lake/settings.ts` reads. */
export function lakeEnvironment(settings: Settings, secrets: Secrets): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LAKE_PORT: String(settings.lakePort),
    DATA_DIR: settings.dataDir,
    LAKE_PUBLIC_URL: `${settings.siteUrl}/api/lake`,
    LAKE_SITE_TOKEN: secrets.siteToken,
    LAKE_WEBHOOKS: JSON.stringify([revalidationWebhook(settings, secrets), ...settings.webhooks]),
    // The lake restarts faster with its code compiled, and gives memory back with fewer arenas.
    NODE_COMPILE_CACHE: join(settings.dataDir, "compile-cache"),
    MALLOC_ARENA_MAX: "2",
  };
}

/** Where the build lies, as `next.config.js` has it: the tests keep theirs apart. */
export function distDir(): string {
  return process.env["NEXT_DIST_DIR"] ?? ".next";
}

const addressOfADocument = `"slug": slug.current, "category": category._ref, "tags": tags[]._ref, from, to`;

/** A door that listens on one address of the machine alone is not there on loopback. */
function hostForOurselves({ host }: Settings): string {
  if (host === undefined || ["0.0.0.0", "::"].includes(host)) return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function revalidationWebhook(settings: Settings, secrets: Secrets) {
  return {
    name: "revalidate",
    url: `http://${hostForOurselves(settings)}:${settings.port}/api/revalidate`,
    secret: secrets.webhookSecret,
    dataset: "production",
    filter: `_type in ${JSON.stringify(publicTypes)} && _id in path("*")`,
    projection: `{_id, _type, "operation": delta::operation(), "before": before(){${addressOfADocument}}, "after": after(){${addressOfADocument}}}`,
  };
}
