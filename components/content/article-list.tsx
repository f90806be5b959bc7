import type { Messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/article.ts";
import { paths } from "#lib/i18n/paths.ts";
import { ArticleMeta } from "./article-meta.tsx";

type ArticleListProps = { articles: Article[]; text: Messages["blog"]; level?: 2 | 3 };

export function ArticleList({ articles, text, level = 2 }: ArticleListProps) {
  const Heading = `h${level}` as const;
  if (articles.length === 0) return <p>{text.empty}</p>;
  return (
    <ul className="grid gap-x-8 border-t-2 border-rule md:grid-cols-2">
      {articles.map((article) => (
        <li key={article.slug} className="border-b border-hairline py-7">
          <Heading className="text-2xl">
            <a href={paths.article(article.locale, article.slug)} className="hover:underline">
              {article.title}
            </a>
          </Heading>
          <p className="mt-3 max-w-prose text-soft">{article.description}</p>
          <div className="mt-3">
            <ArticleMeta article={article} text={text} />
          </div>
        </li>
      ))}
    </ul>
  );
}
