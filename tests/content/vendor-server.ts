import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { onTestFinished } from "vitest";

export type Call = { method: string; url: URL; body: string };

type Reply = { status?: number; body: unknown };
type Answerer = (call: Call, number: number) => Reply;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

export type Vendor = Awaited<ReturnType<typeof startVendor>>;

/** As `startVendor`, for one test. */
export async function openVendor(reply: Answerer): Promise<Vendor> {
  const vendor = await startVendor(reply);
  onTestFinished(vendor.close);
  return vendor;
}

/** A real server in a vendor's place, which keeps what it was asked and answers as `reply` says. */
export async function startVendor(reply: Answerer) {
  const calls: Call[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://vendor");
    const call = { method: request.method ?? "", url, body: await bodyOf(request) };
    calls.push(call);
    const { status = 200, body } = reply(call, calls.length);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as AddressInfo;
  return { calls, url: `http://127.0.0.1:${port}`, close };
}
