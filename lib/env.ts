import { z } from "zod";

import { address, faultsIn, siteAddress, wholeNumber } from "./variables.ts";

const blank = (value: unknown) => (value === "" ? undefined : value);
const optional = z.preprocess(blank, z.string().optional());
const text = (fallback: string) => z.preprocess(blank, z.string().default(fallback));
const url = (fallback: string) =>
  z
    .preprocess(blank, address(["http", "https"], fallback).default(fallback))
    .transform((value) => value.replace(/\/$/, ""));
const robot = (example: string) =>
  z.preprocess(blank, address(["http", "https"], example).optional());

const envSchema = z
  .object({
    SITE_URL: z.preprocess(blank, siteAddress.default("http://localhost:3000")),
    LAKE_URL: url("http://127.0.0.1:3001"),
    LAKE_PROJECT_ID: text("yiwen"),
    LOCALES: text("zh-Hans,zh-Hant").transform((list) => list.split(",").map((tag) => tag.trim())),
    DATA_DIR: text(".data"),
    SANITY_PROJECT_ID: optional,
    SANITY_DATASET: text("production"),
    SANITY_API_HOST: url("https://api.sanity.io"),
    SANITY_API_TOKEN: optional,
    SANITY_WEBHOOK_SECRET: optional,
    INTERNAL_SECRET: optional,
    WECHAT_APP_ID: optional,
    WECHAT_APP_SECRET: optional,
    WECHAT_API_URL: url("https://api.weixin.qq.com"),
    BAIDU_PUSH_TOKEN: optional,
    BAIDU_PUSH_URL: url("http://data.zz.baidu.com/urls"),
    BAIDU_PUSH_DAILY: z.preprocess(blank, wholeNumber({ least: 1, example: 100 }).optional()),
    INQUIRY_RETENTION_DAYS: z.preprocess(
      blank,
      wholeNumber({ least: 0, example: 365 }).default(365),
    ),
    SMTP_URL: z.preprocess(
      blank,
      address(["smtp", "smtps"], "smtps://user:password@smtp.example.com:465").optional(),
    ),
    NOTIFY_FROM: optional,
    NOTIFY_EMAIL: optional,
    NOTIFY_WECOM_URL: robot("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…"),
    NOTIFY_DINGTALK_URL: robot("https://oapi.dingtalk.com/robot/send?access_token=…"),
    NOTIFY_FEISHU_URL: robot("https://open.feishu.cn/open-apis/bot/v2/hook/…"),
  })
  .transform((raw) => ({
    siteUrl: raw.SITE_URL,
    locales: raw.LOCALES,
    dataDir: raw.DATA_DIR,
    webhookSecret: raw.SANITY_WEBHOOK_SECRET,
    internalSecret: raw.INTERNAL_SECRET,
    wechat:
      raw.WECHAT_APP_ID && raw.WECHAT_APP_SECRET
        ? { appId: raw.WECHAT_APP_ID, secret: raw.WECHAT_APP_SECRET, api: raw.WECHAT_API_URL }
        : null,
    baidu: raw.BAIDU_PUSH_TOKEN
      ? {
          token: raw.BAIDU_PUSH_TOKEN,
          url: raw.BAIDU_PUSH_URL,
          daily: raw.BAIDU_PUSH_DAILY ?? null,
        }
      : null,
    /** How long visitors' messages are kept; 0 is for ever. */
    inquiryRetentionDays: raw.INQUIRY_RETENTION_DAYS,
    notify: {
      smtpUrl: raw.SMTP_URL,
      mailFrom: raw.NOTIFY_FROM ?? raw.NOTIFY_EMAIL,
      mailTo: raw.NOTIFY_EMAIL,
      wecomUrl: raw.NOTIFY_WECOM_URL,
      dingtalkUrl: raw.NOTIFY_DINGTALK_URL,
      feishuUrl: raw.NOTIFY_FEISHU_URL,
    },
    cms: raw.SANITY_PROJECT_ID
      ? {
          hosted: true,
          projectId: raw.SANITY_PROJECT_ID,
          dataset: raw.SANITY_DATASET,
          apiHost: raw.SANITY_API_HOST,
          token: raw.SANITY_API_TOKEN,
        }
      : {
          hosted: false,
          projectId: raw.LAKE_PROJECT_ID,
          dataset: raw.SANITY_DATASET,
          apiHost: raw.LAKE_URL,
          token: raw.SANITY_API_TOKEN,
        },
  }));

export type Env = z.infer<typeof envSchema>;

/**
 * Read the site's settings from a set of environment variables; a blank variable counts as unset.
 *
 * @throws {Error} naming every variable that cannot be used, and what it should be like.
 */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const read = envSchema.safeParse(variables);
  if (read.success) return read.data;
  throw new Error([...faultsIn(read.error).values()].join("; "), { cause: read.error });
}

/** What is wrong with the site's variables, a sentence for each: whoever starts the site asks before it is built. */
export function findEnvFaults(
  variables: Readonly<Record<string, string | undefined>>,
): Map<string, string> {
  const read = envSchema.safeParse(variables);
  return read.success ? new Map() : faultsIn(read.error);
}

let parsed: Env | undefined;

/** The settings of this process, read when first asked for, because a build has no secrets. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Names the version of the islands that the build made; Next writes it in at build time. */
export const islandsVersion = process.env.ISLANDS_VERSION ?? "";

/** Whether this is a developer's server, where files come and go. */
export const isDevelopment = process.env.NODE_ENV === "development";
