import { NewsList, newsMetadata } from "@/app/[locale]/news/news-list";

export const revalidate = 86_400;

export const generateMetadata = () => newsMetadata({ of: "all" }, 1);

export default function NewsPage() {
  return <NewsList list={{ of: "all" }} page={1} />;
}
