import type { Titles } from "@/components/islands/saved-store";

/** The title of this page's article in every other script, as its page there has it. */
export async function titlesElsewhere(): Promise<Titles> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"][hreflang^="zh"]');
  const others = [...links].filter(({ hreflang }) => hreflang !== document.documentElement.lang);
  const titles = others.map(async (link) => [link.hreflang, await titleAt(link)] as const);
  return Object.fromEntries(await Promise.all(titles));
}

async function titleAt({ href }: HTMLLinkElement): Promise<string> {
  const answer = await fetch(new URL(href).pathname, { credentials: "omit" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector<HTMLElement>("save-article")?.dataset["title"] ?? "";
}
