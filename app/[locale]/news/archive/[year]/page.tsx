import { listNamed, NewsList, newsMetadata } from "@/app/[locale]/news/news-list";

type Props = PageProps<"/[locale]/news/archive/[year]">;

export const revalidate = 86_400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props) {
  return newsMetadata(await listNamed("archive", (await params).year), 1);
}

export default async function ArchivePage({ params }: Props) {
  return <NewsList list={await listNamed("archive", (await params).year)} page={1} />;
}
