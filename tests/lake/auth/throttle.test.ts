import { describe, expect, it } from "vitest";

import { createThrottle } from "../../../lib/lake/auth/throttle.ts";

function createClock() {
  let now = 1_000_000;
  return { now: () => now, pass: (seconds: number) => (now += seconds * 1000) };
}

describe("createThrottle", () => {
  it("lets a forgetful person try four times, then doubles the wait up to a quarter of an hour", () => {
    const clock = createClock();
    const throttle = createThrottle(clock.now);
    const waits = Array.from({ length: 17 }, () => {
      throttle.fail("1.2.3.4", "admin");
      const wait = throttle.wait("1.2.3.4", "admin");
      clock.pass(wait);
      return wait;
    });
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it("does not lock the owner out elsewhere when a stranger guesses", () => {
    const clock = createClock();
    const throttle = createThrottle(clock.now);
    for (let attempt = 0; attempt < 15; attempt += 1) throttle.fail("6.6.6.6", "admin");
    expect(throttle.wait("6.6.6.6", "admin")).toBeGreaterThan(500);
    expect(throttle.wait("1.2.3.4", "admin")).toBe(0);
  });

  it("slows down an account that is guessed from many addresses, by a minute at most", () => {
    const throttle = createThrottle(createClock().now);
    for (let attempt = 0; attempt < 200; attempt += 1) throttle.fail(`10.0.0.${attempt}`, "Admin");
    expect(throttle.wait("1.2.3.4", "admin")).toBe(60);
  });

  it("slows down an address that guesses many accounts, and a success of its own does not help it", () => {
    const throttle = createThrottle(createClock().now);
    for (let attempt = 0; attempt < 25; attempt += 1) throttle.fail("6.6.6.6", `user${attempt}`);
    throttle.succeed("6.6.6.6", "own");
    expect(throttle.wait("6.6.6.6", "another")).toBeGreaterThan(10);
  });

  it("never makes those wait who log in rightly, however many share an address or an account", () => {
    const throttle = createThrottle(createClock().now);
    for (let login = 0; login < 100; login += 1) {
      throttle.fail("1.2.3.4", `user${login % 50}`);
      throttle.succeed("1.2.3.4", `user${login % 50}`);
      throttle.fail(`10.0.0.${login}`, "shared");
      throttle.succeed(`10.0.0.${login}`, "shared");
    }
    expect(throttle.wait("1.2.3.4", "user1")).toBe(0);
    expect(throttle.wait("6.6.6.6", "shared")).toBe(0);
  });

  it("keeps a guesser waiting who also logs in rightly", () => {
    const throttle = createThrottle(createClock().now);
    for (let guess = 0; guess < 30; guess += 1) throttle.fail("6.6.6.6", `user${guess}`);
    throttle.fail("6.6.6.6", "own");
    throttle.succeed("6.6.6.6", "own");
    expect(throttle.wait("6.6.6.6", "another")).toBeGreaterThan(100);
  });

  it("forgets after a success, and after an hour", () => {
    const clock = createClock();
    const throttle = createThrottle(clock.now);
    for (let attempt = 0; attempt < 6; attempt += 1) throttle.fail("1.2.3.4", "admin");
    throttle.succeed("1.2.3.4", "admin");
    expect(throttle.wait("1.2.3.4", "admin")).toBe(0);
    for (let attempt = 0; attempt < 6; attempt += 1) throttle.fail("1.2.3.4", "admin");
    clock.pass(3601);
    throttle.fail("1.2.3.4", "admin");
    expect(throttle.wait("1.2.3.4", "admin")).toBe(0);
  });

  it("keeps within its memory when addresses are made up", () => {
    const throttle = createThrottle(createClock().now);
    for (let attempt = 0; attempt < 30_000; attempt += 1)
      throttle.fail(`a${attempt}`, `u${attempt}`);
    expect(throttle.wait("a29999", "u29999")).toBe(0);
  });
});
