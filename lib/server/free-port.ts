import { createServer } from "node:net";

export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

/** A port nobody holds now, below those the system lends to outgoing connections. */
export async function freePort(): Promise<number> {
  const candidate = 10_000 + Math.floor(Math.random() * 20_000);
  return (await isFree(candidate)) ? candidate : freePort();
}
