import { articleListMetadata, articleListPage } from "./article-list-page.ts";
import { ArticleListView } from "./article-list-view.tsx";

export const generateMetadata = articleListMetadata("blog");

export default async function BlogPage({ params }: PageProps<"/[locale]/blog">) {
  return <ArticleListView {...(await articleListPage("blog", params))} />;
}
