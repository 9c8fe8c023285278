import { editorClient, newArticle } from "./content-editor.ts";
import type { RunningSite } from "./site-process.ts";

type Site = Pick<RunningSite, "url" | "lakeUrl" | "token">;
type Asked = { path: string; headers?: Record<string, string>; own?: string };

const plain = ["", "/news", "/news/category/company", "/contact", "/search", "/contact/message"];
const marker = () => `Zz${crypto.randomUUID().replaceAll("-", "")}`;

/** Requests that carry a word of their own, as a query, a cookie, another header or a form that came back. */
async function markedRequests(site: Site): Promise<Required<Asked>[]> {
  const [query, cookie, header, typed] = [marker(), marker(), marker(), marker()];
  const headers = {
    "user-agent": header,
    "accept-language": `zh-TW, ${header}`,
    referer: `${site.url}/${header}`,
    "x-forwarded-host": `${header}.example`,
  };
  return [
    ...plain.flatMap((path) => [
      { path: `${path}?q=${query}&from=/${query}`, headers: {}, own: query },
      { path, headers: { cookie: `NEXT_LOCALE=zh-Hant; name=${cookie}` }, own: cookie },
      { path, headers, own: header },
    ]),
    { path: await formWith(site, typed), headers: {}, own: typed },
  ];
}

/** Send a form that lacks its number; answers the path under which its writer finds it again. */
async function formWith({ url }: Site, name: string): Promise<string> {
  const html = await (await fetch(`${url}/zh-Hans/contact/message`)).text();
  const stamp = /name="stamp" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const answer = await fetch(`${url}/api/inquiries`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ name, stamp, locale: "zh-Hans" }),
  });
  const { pathname, search } = new URL(answer.headers.get("location") ?? "", url);
  return pathname.replace("/zh-Hans", "") + search;
}

/** Ask as many visitors at once do, and list the answers that hold a word of somebody else's, or of a draft. */
export async function findForeignWords(site: Site, rounds: number): Promise<string[]> {
  const draftWord = marker();
  const draft = newArticle({ title: `未发布 ${draftWord}` });
  const client = editorClient(site);
  await client.create({ ...draft, _id: `drafts.${draft._id}` });
  const found: string[] = [];
  const slug = draft.slug.current;
  const unmarked = [...plain, `/news/${slug}`, "/feed.xml", "/feed.json"].map((path) => ({ path }));
  for (let round = 0; round < rounds; round += 1) {
    const marked = await markedRequests(site);
    const words = [draftWord, ...marked.map(({ own }) => own)];
    const all: Asked[] = [...unmarked, ...marked, ...unmarked, ...marked.toReversed(), ...unmarked];
    const answers = await Promise.all(all.map((asked) => answerTo(site, asked)));
    for (const { asked, text } of [...answers, ...(await askAgain(site, unmarked))]) {
      const foreign = words.filter((word) => word !== asked.own && text.includes(word));
      if (foreign.length > 0) found.push(`${asked.path}: ${foreign.join(", ")}`);
    }
    const returned = answers.find(({ asked }) => asked.path.includes("draft="));
    // Else nothing would have been there to be mixed up.
    if (!returned?.text.includes(returned.asked.own ?? "?"))
      throw new Error("A form did not come back with what was typed");
  }
  await client.delete(`drafts.${draft._id}`);
  return found;
}

function askAgain(site: Site, unmarked: readonly Asked[]) {
  return Promise.all(unmarked.map((asked) => answerTo(site, asked)));
}

async function answerTo({ url }: Site, asked: Asked): Promise<{ asked: Asked; text: string }> {
  const { path, headers = {} } = asked;
  const answer = await fetch(`${url}/zh-Hans${path}`, { headers, redirect: "manual" });
  const given = JSON.stringify([...answer.headers]);
  return { asked, text: given + (await answer.text()) };
}
