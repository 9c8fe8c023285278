import { setTimeout as pause } from "node:timers/promises";

import { createTransport } from "nodemailer";
import { z } from "zod";

import type { Inquiry } from "@/lib/content/inquiry/store";
import { env, type Env } from "@/lib/env";
import { localise } from "@/lib/i18n/paths";

type Addresses = Pick<Env, "notify" | "siteUrl">;

type Channel = { name: string; send(inquiry: Inquiry): Promise<void> };

const patience = 10_000;
const pauses = [2_000, 10_000, 60_000];

/**
 * Tell the company of a message by every way that is configured, each tried four times.
 *
 * The message is already stored, so a way that stays shut costs a line in the log and nothing else.
 */
export async function notify(
  inquiry: Inquiry,
  settings: Addresses = env(),
  waits: readonly number[] = pauses,
): Promise<void> {
  await Promise.all(
    channels(settings).map(async ({ name, send }) => {
      try {
        await insist(() => send(inquiry), waits);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        console.warn(
          `inquiry: ${inquiry.id} is stored, but could not be told by ${name}: ${reason}`,
        );
      }
    }),
  );
}

async function insist(work: () => Promise<void>, [wait, ...later]: readonly number[]) {
  try {
    await work();
  } catch (error) {
    if (wait === undefined) throw error;
    await pause(wait);
    await insist(work, later);
  }
}

function channels({ notify: ways, siteUrl }: Addresses): Channel[] {
  const { wecomUrl, dingtalkUrl, feishuUrl } = ways;
  const text = (inquiry: Inquiry) => chatText(inquiry, siteUrl);
  return [
    ...mailChannel(ways, siteUrl),
    ...chatChannel("WeCom", wecomUrl, (inquiry) => ({
      msgtype: "text",
      text: { content: text(inquiry) },
    })),
    ...chatChannel("DingTalk", dingtalkUrl, (inquiry) => ({
      msgtype: "text",
      text: { content: text(inquiry) },
    })),
    ...chatChannel("Feishu", feishuUrl, (inquiry) => ({
      msg_type: "text",
      content: { text: text(inquiry) },
    })),
  ];
}

function mailChannel({ smtpUrl, mailFrom, mailTo }: Env["notify"], siteUrl: string): Channel[] {
  if (smtpUrl === undefined || mailTo === undefined) return [];
  return [
    {
      name: "e-mail",
      async send(inquiry) {
        const transport = createTransport({
          url: smtpUrl,
          connectionTimeout: patience,
          socketTimeout: patience,
        });
        await transport.sendMail({
          from: mailFrom,
          to: mailTo,
          subject: `新留言：${inquiry.name}`,
          text: mailText(inquiry, siteUrl),
        });
      },
    },
  ];
}

// All three answer 200 to a message they did not take, and say so in the body.
const chatAnswerSchema = z.union([
  z.object({ errcode: z.literal(0) }),
  z.object({ code: z.literal(0) }),
]);

function chatChannel(
  name: string,
  url: string | undefined,
  body: (inquiry: Inquiry) => unknown,
): Channel[] {
  if (url === undefined) return [];
  return [
    {
      name,
      async send(inquiry) {
        const answer = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body(inquiry)),
          signal: AbortSignal.timeout(patience),
        });
        const text = await answer.text();
        if (!answer.ok || !chatAnswerSchema.safeParse(JSON.parse(text)).success)
          throw new Error(`it answered ${answer.status} ${text.slice(0, 200)}`);
      },
    },
  ];
}

/** A chat room is another company's machine, so it learns that there is a message, not whose. */
function chatText(inquiry: Inquiry, siteUrl: string): string {
  return ["网站收到一条新留言", sourceLine(inquiry, siteUrl), studioLine(inquiry, siteUrl)].join(
    "\n",
  );
}

function mailText(inquiry: Inquiry, siteUrl: string): string {
  const { name, phone, message } = inquiry;
  return [
    `称呼：${name}`,
    `电话：${phone}`,
    "",
    message,
    "",
    sourceLine(inquiry, siteUrl),
    studioLine(inquiry, siteUrl),
  ].join("\n");
}

function sourceLine({ from, locale }: Inquiry, siteUrl: string): string {
  return `来自页面：${from === null ? "（直接打开）" : siteUrl + localise(locale, from)}`;
}

function studioLine({ id }: Inquiry, siteUrl: string): string {
  return `处理：${siteUrl}/studio/intent/edit/id=${id};type=inquiry`;
}
