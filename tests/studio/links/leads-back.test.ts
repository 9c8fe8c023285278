import { describe, expect, it } from "vitest";

import { leadsBack } from "@/lib/studio/links/leads-back";

const redirects = new Map([
  ["/b", "/a"],
  ["/c", "/d"],
  ["/d", "/e?page=2#top"],
  ["/e", "/a"],
  ["/x", "/y"],
  ["/y", "/x"],
]);

const next = (path: string) => Promise.resolve(redirects.get(path) ?? null);

describe("leadsBack", () => {
  it.each([
    { name: "itself", to: "/a", is: true },
    { name: "itself with a query", to: "/a?page=2", is: true },
    { name: "one that leads back", to: "/b", is: true },
    { name: "one that leads back by way of others", to: "/c", is: true },
    { name: "one that leads nowhere", to: "/news/a", is: false },
    { name: "others that turn in a circle without it", to: "/x", is: false },
  ])("of a redirect to $name: $is", async ({ to, is }) => {
    expect(await leadsBack({ from: "/a", to }, next)).toBe(is);
  });
});
