import { describe, expect, it } from "vitest";

import { createDrafts, type Draft } from "@/lib/content/inquiry/drafts";

const draft = (message: string): Draft => ({
  typed: { name: "于先生", phone: "123", message, consent: true },
  faults: { phone: "phoneWrong" },
  trouble: null,
  stamp: { id: "a-form", issuedAt: 0 },
  from: null,
});

describe("createDrafts", () => {
  it("gives back what was kept, under a name that cannot be guessed", () => {
    const drafts = createDrafts({ most: 2, lifetime: 1000, now: () => 0 });
    const name = drafts.keep(draft("一"));
    expect(name).toMatch(/^[\da-f-]{36}$/);
    expect(drafts.find(name)).toEqual(draft("一"));
    expect(drafts.find("another")).toBeNull();
  });

  it("forgets when told to, when time is up, and the oldest when there are too many", () => {
    let now = 0;
    const drafts = createDrafts({ most: 2, lifetime: 1000, now: () => now });
    const [first, second, third] = [draft("一"), draft("二"), draft("三")].map(drafts.keep);
    expect(drafts.find(first ?? "")).toBeNull();
    drafts.forget(second ?? "");
    expect(drafts.find(second ?? "")).toBeNull();
    expect(drafts.find(third ?? "")).toEqual(draft("三"));
    now = 1000;
    expect(drafts.find(third ?? "")).toBeNull();
  });
});
