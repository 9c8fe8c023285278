import type { StreamEvent } from "./mutation-event.ts";

const keepAliveMs = 15_000;
const maxUnreadBytes = 16 * 1024 * 1024;
const encoder = new TextEncoder();

type Open = (write: (text: string) => void) => () => void;

/**
 * Answer with an endless stream.
 *
 * `open` gets the writer and answers how to stop; `keepAlive` is written every 15 s, so that
 * proxies and clients know that the line is alive. A reader that falls too far behind is cut off:
 * it reconnects and starts over, which is cheaper than remembering for it.
 */
export function streamResponse(contentType: string, keepAlive: string, open: Open): Response {
  const headers = {
    "content-type": contentType,
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  };
  return new Response(createStream(keepAlive, open), { headers });
}

function createStream(keepAlive: string, open: Open): ReadableStream<Uint8Array> {
  const cleanup = new AbortController();
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => {
          if (cleanup.signal.aborted) return;
          if ((controller.desiredSize ?? 0) > -maxUnreadBytes) {
            controller.enqueue(encoder.encode(text));
            return;
          }
          cleanup.abort();
          controller.error(new Error("The reader fell too far behind"));
        };
        const close = open(write);
        const timer = setInterval(() => write(keepAlive), keepAliveMs);
        cleanup.signal.addEventListener("abort", () => {
          clearInterval(timer);
          close();
        });
      },
      cancel() {
        cleanup.abort();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 65_536 }),
  );
}

/** Write one server-sent event. */
export function formatServerSentEvent({ type, id, text }: StreamEvent): string {
  return `event: ${type}\n${id === undefined ? "" : `id: ${id}\n`}data: ${text}\n\n`;
}
