import { listNamed, NewsList, newsMetadata } from "@/app/[locale]/news/news-list";

type Props = PageProps<"/[locale]/news/tag/[tag]">;

export const revalidate = 86_400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props) {
  return newsMetadata(await listNamed("tag", (await params).tag), 1);
}

export default async function TagPage({ params }: Props) {
  return <NewsList list={await listNamed("tag", (await params).tag)} page={1} />;
}
