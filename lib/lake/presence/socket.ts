import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

import { type RawData, type WebSocket, WebSocketServer } from "ws";

import { identifyBearer, identifyUpgrade } from "#lake/auth/identify.ts";
import { type Identity, identityIn } from "#lake/auth/identity.ts";
import type { Lake } from "#lake/lake.ts";
import { type Message, parseMessage } from "#lake/presence/messages.ts";
import { type Room, type Visit, createRooms } from "#lake/presence/room.ts";

const heartbeat = "\u2665";
const heartbeatMs = 10_000;
/** How long a socket may stay without saying who it is. */
const patienceMs = 10_000;
const unauthorized = 4001;
const mostSockets = 500;
const mostBytes = 64 * 1024;
const mostMessages = 100;
/** A reader that is this many bytes behind is cut off; it comes back and calls the roll. */
const mostBehind = 1024 * 1024;
const pathPattern = /^\/v[^/]+\/socket\/([^/?]+)(?:\?|$)/;

type Dependencies = Pick<Lake, "access" | "settings" | "store">;

/**
 * Let editors see each other: the websocket `/socket/:dataset` that the Studio's presence speaks.
 *
 * Who comes with the session cookie is known at once, others must send `authorization` first. The
 * answer of this function closes all sockets.
 */
export function attachPresence(
  server: Server,
  lake: Dependencies,
  timing: { patienceMs: number } = { patienceMs },
): () => void {
  const rooms = createRooms();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostBytes,
    perMessageDeflate: false,
  });
  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const [, dataset] = pathPattern.exec(request.url ?? "") ?? [];
    if (!dataset || !lake.store.hasDataset(dataset)) {
      stream.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
      return;
    }
    if (sockets.clients.size >= mostSockets) {
      stream.end("HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\nconnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      serve(socket, { request, dataset, room: rooms(dataset), lake, ...timing });
    });
  });
  return () => {
    for (const socket of sockets.clients) socket.close(1001, "The lake is going down");
  };
}

type Connection = {
  request: IncomingMessage;
  dataset: string;
  room: Room;
  lake: Dependencies;
  patienceMs: number;
};

function serve(socket: WebSocket, connection: Connection): void {
  const { request, dataset, room, lake } = connection;
  const subscription = randomUUID();
  const send = (text: string) => {
    if (socket.bufferedAmount > mostBehind) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.send(text);
  };
  const notify = (result: object) =>
    send(
      JSON.stringify({
        jsonrpc: "2.0",
        method: "presence_subscription",
        params: { subscription, result },
      }),
    );

  let visit: Visit | null = null;
  const welcome = (identity: Identity) => {
    const known = identityIn(identity, dataset);
    if (!known) return false;
    visit?.leave();
    visit = room.join({ userId: known.id, notify });
    return true;
  };
  welcome(identifyUpgrade(request, lake));

  const isBusy = createRate(mostMessages, heartbeatMs);
  socket.on("message", (data: RawData) => {
    const parsed = parseMessage(data.toString());
    if (isBusy()) return socket.close(1008, "Too many messages");
    if ("refusal" in parsed) return send(parsed.refusal);
    const { message } = parsed;
    if (message.method === "authorization") {
      const bearer = message.params.authorization.replace(/^Bearer /i, "");
      if (!welcome(identifyBearer(bearer, lake))) return socket.close(unauthorized, "Unauthorized");
      return send(reply(message, "ok"));
    }
    if (!visit) return socket.close(unauthorized, "Unauthorized");
    return send(reply(message, handle(message, visit, subscription)));
  });
  const timer = setInterval(() => send(heartbeat), heartbeatMs);
  const patience = setTimeout(() => {
    if (!visit) socket.close(unauthorized, "Unauthorized");
  }, connection.patienceMs);
  socket.on("close", () => {
    clearInterval(timer);
    clearTimeout(patience);
    visit?.leave();
  });
  socket.on("error", () => socket.terminate());
  send(heartbeat);
}

function handle(
  message: Exclude<Message, { method: "authorization" }>,
  visit: Visit,
  subscription: string,
): string {
  switch (message.method) {
    case "presence_subscribe":
      visit.subscribe();
      return subscription;
    case "presence_unsubscribe":
      visit.unsubscribe();
      return "ok";
    case "presence_rollcall":
      visit.rollCall(message.params.session);
      return "ok";
    case "presence_announce":
      visit.announce(message.params.data.sessionId, message.params.data);
      return "ok";
    case "presence_disconnect":
      visit.leave();
      return "ok";
  }
}

function reply({ id }: Message, result: string): string {
  return JSON.stringify({ jsonrpc: "2.0", id, result });
}

/** Whether more than `most` calls came within the time; it starts anew when the time is over. */
function createRate(most: number, milliseconds: number): () => boolean {
  let count = 0;
  let until = 0;
  return () => {
    if (Date.now() > until) {
      count = 0;
      until = Date.now() + milliseconds;
    }
    count += 1;
    return count > most;
  };
}
