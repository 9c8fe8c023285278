/** The path of the newest article that the list shows. */
export async function anArticle(url: string): Promise<string> {
  const list = await (await fetch(`${url}/zh-Hans/news`)).text();
  const path = /href="(\/zh-Hans\/news\/(?!page|category|tag|archive)[a-z\d-]+)"/.exec(list)?.[1];
  if (path === undefined) throw new Error("The list shows no article");
  return path;
}
