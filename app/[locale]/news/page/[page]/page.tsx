import { NewsList, newsMetadata, numberOf } from "@/app/[locale]/news/news-list";

type Props = PageProps<"/[locale]/news/page/[page]">;

export const revalidate = 86_400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props) {
  return newsMetadata({ of: "all" }, numberOf((await params).page));
}

export default async function LaterNewsPage({ params }: Props) {
  return <NewsList list={{ of: "all" }} page={numberOf((await params).page)} />;
}
