import { listNamed, NewsList, newsMetadata, numberOf } from "@/app/[locale]/news/news-list";

type Props = PageProps<"/[locale]/news/tag/[tag]/page/[page]">;

export const revalidate = 86_400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props) {
  const { tag, page } = await params;
  return newsMetadata(await listNamed("tag", tag), numberOf(page));
}

export default async function LaterTagPage({ params }: Props) {
  const { tag, page } = await params;
  return <NewsList list={await listNamed("tag", tag)} page={numberOf(page)} />;
}
