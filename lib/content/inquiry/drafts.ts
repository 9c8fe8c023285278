import { randomUUID } from "node:crypto";

import type { Faults, Typed } from "@/lib/content/inquiry/form";
import type { Stamp } from "@/lib/content/inquiry/stamp";
import { shared } from "@/lib/content/shared";

/** Why a message came back although every field may be right. */
export type Trouble = "failed" | "tooMany" | "again";

/** A message that came back to its writer, with what was typed and what is to be done about it. */
export type Draft = {
  typed: Typed;
  faults: Faults;
  trouble: Trouble | null;
  stamp: Pick<Stamp, "id" | "issuedAt">;
  from: string | null;
};

export type Drafts = {
  /** Keep a draft; answers the name under which its writer finds it again. */
  keep(draft: Draft): string;
  find(name: string): Draft | null;
  forget(name: string): void;
};

export type DraftsOptions = { most: number; lifetime: number; now: () => number };

/**
 * Hold what came back in memory: it holds names and numbers, so it belongs neither into an address nor a cookie.
 *
 * The oldest leave first when there are too many, and all of them after their lifetime.
 */
export function createDrafts({ most, lifetime, now }: DraftsOptions): Drafts {
  const kept = new Map<string, { draft: Draft; until: number }>();
  function tidy(): void {
    for (const [name, { until }] of kept) if (until <= now() || kept.size > most) kept.delete(name);
  }
  return {
    keep(draft) {
      const name = randomUUID();
      kept.set(name, { draft, until: now() + lifetime });
      tidy();
      return name;
    },
    find(name) {
      tidy();
      return kept.get(name)?.draft ?? null;
    },
    forget: (name) => void kept.delete(name),
  };
}

/** The drafts of this process. */
export const inquiryDrafts = shared("inquiry-drafts", () =>
  createDrafts({ most: 500, lifetime: 30 * 60_000, now: Date.now }),
);
