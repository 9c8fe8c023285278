import { listNamed, NewsList, newsMetadata, numberOf } from "@/app/[locale]/news/news-list";

type Props = PageProps<"/[locale]/news/category/[category]/page/[page]">;

export const revalidate = 86_400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props) {
  const { category, page } = await params;
  return newsMetadata(await listNamed("category", category), numberOf(page));
}

export default async function LaterCategoryPage({ params }: Props) {
  const { category, page } = await params;
  return <NewsList list={await listNamed("category", category)} page={numberOf(page)} />;
}
