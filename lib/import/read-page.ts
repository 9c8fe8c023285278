import { JSDOM, VirtualConsole } from "jsdom";

import { readBody } from "../rich-text/read-body.ts";
import { type Draft, oldPathOf, type Outcome, SourceError } from "./draft.ts";
import { countingKeys } from "./names.ts";
import { articleRoot } from "./page-body.ts";
import { readFacts } from "./page-facts.ts";

/** One file, decoded. `address` is where the page was, made of the folder's own order if nothing tells. */
export type PageSource = {
  source: string;
  text: string;
  folder: string;
  root: string;
  address: string;
  isAddressKnown: boolean;
};

/** Read a page of HTML: nothing in it is run and nothing it names is loaded. */
export function readPage(page: PageSource): Outcome {
  const { source, text } = page;
  // Without a listener jsdom is silent about what it cannot read in a stylesheet.
  const { document } = new JSDOM(text, { virtualConsole: new VirtualConsole() }).window;
  const facts = readFacts(document);
  if (facts.title === null) throw new SourceError("it has no title");
  const root = articleRoot(document, facts.title);
  if (root === null)
    return { is: "skipped", source, reason: "it lists other pages, or has no text" };
  const base = facts.canonical ?? page.address;
  const { members, lost } = readBody(root, { newKey: countingKeys(), base });
  if (members.length === 0) throw new SourceError("it has a title but no text");
  return { is: "read", draft: draftOf(page, { facts, base, members, lost }) };
}

type Read = { facts: ReturnType<typeof readFacts>; base: string } & ReturnType<typeof readBody>;

function draftOf(page: PageSource, { facts, base, members, lost }: Read): Draft {
  const url = new URL(base);
  const isKnown = facts.canonical !== null || page.isAddressKnown;
  const { category, cover, canonical: _canonical, ...rest } = facts;
  return {
    ...rest,
    source: page.source,
    key: isKnown ? `${url.pathname}${url.search}` : page.source,
    kind: "article",
    isPublic: true,
    isPinned: false,
    title: facts.title ?? "",
    category: category === null ? null : { title: category, slug: null },
    tags: [],
    cover: cover === null ? null : { src: cover, alt: "", caption: "" },
    members,
    base,
    aliases: [],
    oldPath: isKnown ? oldPathOf(base) : null,
    slug: null,
    folder: page.folder,
    root: page.root,
    warnings: [
      ...lost.map((what) => `left out: ${what}`),
      ...(isKnown && url.search !== ""
        ? [`no redirect from an address with a query: ${base}`]
        : []),
    ],
  };
}
