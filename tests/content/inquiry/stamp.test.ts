import { describe, expect, it } from "vitest";

import { ageOf, readStamp, signStamp } from "@/lib/content/inquiry/stamp";

const now = Date.UTC(2026, 10, 23, 9);
const stamp = { id: "a-form", issuedAt: now, privacyVersion: "rev-1" };
const signed = signStamp(stamp, "a secret");
const [payload = "", signature = ""] = signed.split(".");
const forged = Buffer.from(JSON.stringify({ ...stamp, issuedAt: 0 })).toString("base64url");

describe("readStamp", () => {
  it("reads what was signed", () => {
    expect(readStamp(signed, "a secret")).toEqual(stamp);
  });

  it.each([
    { name: "another secret", text: signStamp(stamp, "another secret") },
    { name: "a changed time", text: `${forged}.${signature}` },
    { name: "no signature", text: payload },
    { name: "a shortened signature", text: signed.slice(0, -4) },
    { name: "nothing", text: "" },
  ])("refuses $name", ({ text }) => {
    expect(readStamp(text, "a secret")).toBeNull();
  });
});

describe("ageOf", () => {
  it.each([
    { after: 0, proven: "tooYoung", unproven: "tooYoung" },
    { after: 1_999, proven: "tooYoung", unproven: "tooYoung" },
    { after: 2_000, proven: "fine", unproven: "tooQuick" },
    { after: 3_999, proven: "fine", unproven: "tooQuick" },
    { after: 4_000, proven: "fine", unproven: "fine" },
    { after: 24 * 3_600_000, proven: "fine", unproven: "fine" },
    { after: 24 * 3_600_000 + 1, proven: "tooOld", unproven: "tooOld" },
    { after: -60_000, proven: "tooYoung", unproven: "tooYoung" },
  ])("calls a form of $after ms $proven with proof and $unproven without", (one) => {
    expect(ageOf(stamp, now + one.after, true)).toBe(one.proven);
    expect(ageOf(stamp, now + one.after, false)).toBe(one.unproven);
  });
});
