import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setTimeout } from "node:timers/promises";

import { describe, expect, it, onTestFinished } from "vitest";

import CacheHandler from "../../cache-handler.js";

const tagsHeader = "x-next-cache-tags";

let count = 0;

/** The site's store, in memory only, and the name of a page that no other test has. */
function shelf() {
  count += 1;
  const options = {
    flushToDisk: false,
    serverDistDir: "/nowhere",
    revalidatedTags: [],
    maxMemoryCacheSize: 1e6,
    fs: { existsSync: () => false },
  };
  const store: CacheHandler = Reflect.construct(CacheHandler, [options]);
  const key = `/route-cache/APP_PAGE/0/$/page-${count}`;
  const tag = `tag-${count}`;
  const told: unknown[] = [];
  const hear = (message: unknown) => void told.push(message);
  subscribe("yiwen:page-made", hear);
  onTestFinished(() => void unsubscribe("yiwen:page-made", hear));
  return {
    told: () => told,
    key,
    keep: (html: string) =>
      store.set(
        key,
        { kind: "APP_PAGE", html, headers: { [tagsHeader]: `other,${tag}` }, status: 200 },
        { cacheControl: { revalidate: false } },
      ),
    look: async () => (await store.get(key, { kind: "APP_PAGE" }))?.value.html,
    /** What a publish does to a page that was edited: readers keep the old one until the new one is made. */
    publish: async () => {
      await store.revalidateTag([tag], { expire: 3600 });
      await setTimeout(2);
    },
  };
}

describe("the site's store", () => {
  it("keeps a page that was made after the publish", async () => {
    const { keep, look, publish } = shelf();
    await keep("old");
    await publish();
    expect(await look()).toBe("old");
    await keep("new");
    expect(await look()).toBe("new");
  });

  it("does not keep a page that a second publish overtook, and the one made after it", async () => {
    const { keep, look, publish } = shelf();
    await keep("old");
    await publish();
    await look();
    await publish();
    await keep("half new");
    expect(await look()).toBe("old");
    await keep("new");
    expect(await look()).toBe("new");
  });

  it("does not keep the first making of a page that a publish overtook", async () => {
    const { keep, look, publish } = shelf();
    expect(await look()).toBeUndefined();
    await publish();
    await keep("too early");
    expect(await look()).toBeUndefined();
  });

  it("says that a page was made, whether it was kept or not, so that whoever waits asks again", async () => {
    const { keep, look, publish, told, key } = shelf();
    await look();
    await publish();
    await keep("too early");
    await look();
    await keep("new");
    expect(told()).toEqual([{ key }, { key }]);
  });
});
