import { listNamed, NewsList, newsMetadata, numberOf } from "@/app/[locale]/news/news-list";

type Props = PageProps<"/[locale]/news/archive/[year]/page/[page]">;

export const revalidate = 86_400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props) {
  const { year, page } = await params;
  return newsMetadata(await listNamed("archive", year), numberOf(page));
}

export default async function LaterArchivePage({ params }: Props) {
  const { year, page } = await params;
  return <NewsList list={await listNamed("archive", year)} page={numberOf(page)} />;
}
