import { articleListMetadata, articleListPage } from "./article-list-page.ts";
import { ArticleListView } from "./article-list-view.tsx";

type Props = PageProps<"/[locale]/blog">;

export const generateMetadata = articleListMetadata("blog");

export default async function BlogPage({ params }: Props) {
  return <ArticleListView {...(await articleListPage("blog", params))} />;
}
