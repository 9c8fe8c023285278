import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it, vi } from "vitest";

import { notify } from "@/lib/content/inquiry/notices";
import type { Inquiry } from "@/lib/content/inquiry/store";
import { parseEnv } from "@/lib/env";

const inquiry: Inquiry = {
  id: "inquiry.6d1f4c1e-2f0b-4c55-9a3e-7b0f5a9c1d20",
  name: "于先生",
  phone: "154-0000-0999",
  message: "两台旧泵想换成磁力泵。",
  locale: "zh-Hant",
  from: "/news/hf-m",
  consentAt: "2026-11-23T09:00:00.000Z",
  consentVersion: "rev-1",
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const settings = (addresses: Record<string, string>) =>
  parseEnv({ SITE_URL: "https://houfan.example", ...addresses });

function portOf(address: AddressInfo | string | null | undefined): number {
  if (typeof address !== "object" || address === null) throw new Error("It listens nowhere");
  return address.port;
}

/** A mail server that refuses as many letters as it is told to, and keeps the others. */
async function openMailServer(refusals: number) {
  const letters: string[] = [];
  let seen = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        seen += 1;
        if (seen <= refusals) return done(new Error("Not now"));
        letters.push(Buffer.concat(chunks).toString());
        return done();
      });
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  closing.push(() => server.close());
  return { letters, url: `smtp://127.0.0.1:${portOf(listening.address())}` };
}

async function openChat(answer: unknown) {
  const heard: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    heard.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.end(JSON.stringify(answer));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  return { heard, url: `http://127.0.0.1:${portOf(server.address())}/hook` };
}

/** The words of a letter, which travels as quoted-printable. */
function textOf(letter: string): string {
  const [, ...parts] = letter.replaceAll(/=\r?\n/g, "").split(/\r?\n\r?\n/);
  return decodeURIComponent(parts.join("\n\n").replaceAll(/=([\dA-F]{2})/g, "%$1"));
}

describe("notify", () => {
  it("sends the whole message by mail, once the mail server takes it", async () => {
    const mail = await openMailServer(2);
    await notify(
      inquiry,
      settings({ SMTP_URL: mail.url, NOTIFY_EMAIL: "sales@houfan.example" }),
      [1, 1, 1],
    );
    expect(mail.letters).toHaveLength(1);
    const [letter = ""] = mail.letters;
    expect(letter).toContain("To: sales@houfan.example");
    const text = textOf(letter);
    for (const part of [inquiry.name, inquiry.phone, inquiry.message]) expect(text).toContain(part);
    expect(text).toContain("https://houfan.example/zh-Hant/news/hf-m");
    expect(text).toContain(`https://houfan.example/studio/intent/edit/id=${inquiry.id}`);
  });

  it("tells each chat in its own form that there is a message, and not whose", async () => {
    const [tencent, alibaba, feishu] = await Promise.all([
      openChat({ errcode: 0 }),
      openChat({ errcode: 0 }),
      openChat({ code: 0 }),
    ]);
    await notify(
      inquiry,
      settings({
        NOTIFY_WECOM_URL: tencent.url,
        NOTIFY_DINGTALK_URL: alibaba.url,
        NOTIFY_FEISHU_URL: feishu.url,
      }),
    );
    const content = expect.stringContaining("新留言");
    expect(tencent.heard).toEqual([{ msgtype: "text", text: { content } }]);
    expect(alibaba.heard).toEqual([{ msgtype: "text", text: { content } }]);
    expect(feishu.heard).toEqual([{ msg_type: "text", content: { text: content } }]);
    const told = JSON.stringify([tencent.heard, alibaba.heard, feishu.heard]);
    expect(told).not.toContain(inquiry.phone);
    expect(told).not.toContain(inquiry.name);
  });

  it("says once which message could not be told, and why, without a word of it", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const chat = await openChat({ errcode: 93_000, errmsg: "invalid webhook url" });
    await notify(inquiry, settings({ NOTIFY_WECOM_URL: chat.url }), [1, 1, 1]);
    expect(chat.heard).toHaveLength(4);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/6d1f4c1e.*WeCom.*invalid webhook/)]]);
    expect(String(warn.mock.calls)).not.toContain(inquiry.phone);
    warn.mockRestore();
  });
});
