import { listNamed, NewsList, newsMetadata } from "@/app/[locale]/news/news-list";

type Props = PageProps<"/[locale]/news/category/[category]">;

export const revalidate = 86_400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props) {
  return newsMetadata(await listNamed("category", (await params).category), 1);
}

export default async function CategoryPage({ params }: Props) {
  return <NewsList list={await listNamed("category", (await params).category)} page={1} />;
}
