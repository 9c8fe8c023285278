import { describe, expect, it } from "vitest";

import { GateFullError, createGate } from "../../../lib/lake/limits/gate.ts";

describe("createGate", () => {
  it("never lets more in at once than it may, and lets everybody through in the end", async () => {
    const gate = createGate({ concurrent: 2, waiting: 10 });
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside -= 1;
      return inside;
    };
    await Promise.all(Array.from({ length: 8 }, () => gate.run(work)));
    expect(most).toBe(2);
    expect(gate.load()).toEqual({ running: 0, waiting: 0 });
  });

  it("turns the next one away at once when the line is full", async () => {
    const gate = createGate({ concurrent: 1, waiting: 1 });
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = gate.run(() => promise);
    const second = gate.run(() => promise);
    await expect(gate.run(() => promise)).rejects.toThrow(GateFullError);
    resolve();
    await Promise.all([first, second]);
    await expect(gate.run(() => Promise.resolve("in"))).resolves.toBe("in");
  });

  it("frees the place of a work that fails", async () => {
    const gate = createGate({ concurrent: 1, waiting: 1 });
    await expect(gate.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(gate.run(() => Promise.resolve(1))).resolves.toBe(1);
  });
});
