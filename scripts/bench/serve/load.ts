import { connect } from "node:net";
import type { Socket } from "node:net";
import { argv } from "node:process";

import { z } from "zod";

const orderSchema = z.object({
  port: z.int(),
  path: z.string(),
  encoding: z.string(),
  requests: z.int(),
  connections: z.int(),
});

// A program of its own, so that its CPU time is not counted with the server's.
const order = orderSchema.parse(JSON.parse(argv[2] ?? "{}"));
const question = Buffer.from(
  `GET ${order.path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: ${order.encoding}\r\nAccept: text/html\r\n\r\n`,
);
const startedAt = performance.now();
let left = order.requests;
await Promise.all(Array.from({ length: order.connections }, visit));
console.log(JSON.stringify({ seconds: (performance.now() - startedAt) / 1000 }));

/** Bytes, where their number was announced. */
type Missing = number | "the last chunk";

/** One visitor, asking again as soon as he has been answered. */
function visit(): Promise<void> {
  return new Promise((done, fail) => {
    const socket = connect(order.port, "127.0.0.1");
    socket.once("error", fail);
    let missing: Missing = 0;
    const ask = (): void => {
      if (left <= 0) return finish(socket, done);
      left -= 1;
      socket.write(question);
    };
    socket.on("data", (bytes) => {
      missing = missing === 0 ? remaining(bytes) : after(missing, bytes);
      if (missing === 0) ask();
    });
    ask();
  });
}

function finish(socket: Socket, done: () => void): void {
  socket.end();
  done();
}

function after(missing: Missing, bytes: Buffer): Missing {
  if (missing === "the last chunk") return isLastChunk(bytes) ? 0 : missing;
  if (bytes.length > missing) throw new Error("More came than was announced");
  return missing - bytes.length;
}

/** How much of the answer that begins here is still to come. */
function remaining(bytes: Buffer): Missing {
  const end = bytes.indexOf("\r\n\r\n");
  const head = bytes.subarray(0, end).toString("latin1");
  if (!head.startsWith("HTTP/1.1 200")) throw new Error(head.split("\r\n")[0]);
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length === undefined) return isLastChunk(bytes) ? 0 : "the last chunk";
  return end + 4 + Number(length) - bytes.length;
}

function isLastChunk(bytes: Buffer): boolean {
  return bytes.subarray(-5).toString("latin1") === "0\r\n\r\n";
}
