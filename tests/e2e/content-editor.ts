import { randomUUID } from "node:crypto";

import { createClient, type SanityClient } from "@sanity/client";

import type { RunningSite } from "./site-process.ts";

/** Write to a site's lake as a program of the company would: the real client, an editor's token. */
export function editorClient({
  lakeUrl,
  token,
}: Pick<RunningSite, "lakeUrl" | "token">): SanityClient {
  return createClient({
    projectId: "yiwen",
    dataset: "production",
    apiHost: lakeUrl,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: "2025-02-19",
    perspective: "raw",
    token,
  });
}

export type NewArticle = { _id: string; title: string; slug: string };

/** A whole article, published now, in the category of company news. */
export function newArticle({ title, slug }: { title: string; slug?: string }) {
  const id = randomUUID();
  return {
    _id: `article-${id}`,
    _type: "article",
    title,
    slug: { _type: "slug", current: slug ?? `test-${id.slice(0, 8)}` },
    category: { _type: "reference", _ref: "category-company" },
    excerpt: "厂里的头发与发展，都从这里说起。",
    script: "zh-Hans",
    publishedAt: new Date().toISOString(),
    body: [
      {
        _type: "block",
        _key: "first",
        style: "normal",
        markDefs: [],
        children: [
          { _type: "span", _key: "a", text: "他的头", marks: [] },
          { _type: "span", _key: "b", text: "发", marks: ["strong"] },
          { _type: "span", _key: "c", text: "干了，公司又发展了。", marks: [] },
        ],
      },
    ],
  };
}

/** Ask until the answer is right, or for as long as `patience` ms; answers the last look. */
export async function waitUntil<T>(
  look: () => Promise<T>,
  isRight: (seen: T) => boolean,
  patience = 30_000,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (isRight(seen) || Date.now() > deadline) return seen;
    await new Promise((done) => setTimeout(done, 50));
  }
}

export type Look = { status: number; text: string; location: string | null };

export async function lookAt(url: string): Promise<Look> {
  const response = await fetch(url, { redirect: "manual" });
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get("location"),
  };
}

/** The slug of a published article for which a GROQ condition holds. */
export function slugWith(site: RunningSite, condition: string): Promise<string> {
  return editorClient(site).fetch<string>(
    `*[_type == "article" && _id in path("*") && ${condition}][0].slug.current`,
  );
}
