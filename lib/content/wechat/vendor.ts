import { z } from "zod";

import { shared } from "@/lib/content/shared";
import type { Env } from "@/lib/env";

export type WechatApp = NonNullable<Env["wechat"]>;

/** WeChat refused, was silent or answered what cannot be understood; `code` is its own number for the reason. */
export class WechatError extends Error {
  override name = "WechatError";
  readonly code: number | null;

  constructor(message: string, code: number | null = null, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

type Kept = { value: string; until: number };

type State = {
  token: Kept | null;
  ticket: Kept | null;
  underway: Promise<string> | null;
  /** Until when WeChat is left alone after it failed. */
  pausedUntil: number;
};

const state = shared<State>("wechat", () => ({
  token: null,
  ticket: null,
  underway: null,
  pausedUntil: 0,
}));

const patience = 5_000;
const pauseAfterFailure = 60_000;
/** What is about to end is renewed, so that no signature is refused for the clocks' sake. */
const renewBefore = 300_000;

const seconds = z.number().positive();
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: seconds });
const ticketSchema = z.object({ ticket: z.string().min(1), expires_in: seconds });
const refusalSchema = z.object({ errcode: z.number(), errmsg: z.string().catch("") });

async function call<T>(url: URL, schema: z.ZodType<T>, init: RequestInit = {}): Promise<T> {
  const answer: unknown = await fetch(url, {
    ...init,
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  })
    .then((response) => response.json())
    .catch((cause: unknown) => {
      throw new WechatError(`${url.pathname} could not be asked`, null, { cause });
    });
  const refusal = refusalSchema.safeParse(answer);
  if (refusal.success && refusal.data.errcode !== 0)
    throw new WechatError(
      `${url.pathname} refused: ${refusal.data.errcode} ${refusal.data.errmsg}`,
      refusal.data.errcode,
    );
  const read = schema.safeParse(answer);
  if (!read.success) throw new WechatError(`${url.pathname} answered in an unknown shape`);
  return read.data;
}

function keep(value: string, lifetime: number, now: number): Kept {
  return { value, until: now + Math.max(lifetime * 1_000 - renewBefore, 60_000) };
}

/** The "stable" token: asking for it ends no token that another system of the company uses. */
async function accessToken(app: WechatApp, now: number, isForced: boolean): Promise<string> {
  const current = state();
  if (!isForced && current.token !== null && current.token.until > now) return current.token.value;
  const { access_token: value, expires_in } = await call(
    new URL("/cgi-bin/stable_token", app.api),
    tokenSchema,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        grant_type: "client_credential",
        appid: app.appId,
        secret: app.secret,
        force_refresh: isForced,
      }),
    },
  );
  current.token = keep(value, expires_in, now);
  return value;
}

/** WeChat's numbers for a token that it does not, or no longer, know. */
const deadToken = new Set([40_001, 40_014, 42_001]);

async function fetchTicket(app: WechatApp, now: number, isSecond = false): Promise<string> {
  const url = new URL("/cgi-bin/ticket/getticket", app.api);
  url.searchParams.set("access_token", await accessToken(app, now, isSecond));
  url.searchParams.set("type", "jsapi");
  try {
    const { ticket, expires_in } = await call(url, ticketSchema);
    state().ticket = keep(ticket, expires_in, now);
    return ticket;
  } catch (error) {
    const isDead = error instanceof WechatError && deadToken.has(error.code ?? 0);
    if (isDead && !isSecond) return fetchTicket(app, now, true);
    throw error;
  }
}

/**
 * The ticket that signatures are made with; kept for its two hours, and fetched once for all who wait.
 *
 * @throws {WechatError} when WeChat does not give one; it is then left alone for a minute.
 */
export async function jsapiTicket(app: WechatApp, now = Date.now()): Promise<string> {
  const current = state();
  if (current.ticket !== null && current.ticket.until > now) return current.ticket.value;
  if (current.pausedUntil > now) throw new WechatError("WeChat failed a moment ago");
  current.underway ??= fetchTicket(app, now)
    .catch((error: unknown) => {
      current.pausedUntil = now + pauseAfterFailure;
      console.warn("wechat: no ticket to sign pages with:", error);
      throw error;
    })
    .finally(() => {
      current.underway = null;
    });
  return current.underway;
}
