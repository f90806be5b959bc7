import type { Messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/article.ts";
import { paths } from "#lib/i18n/paths.ts";
import { ArticleCover, type FindPicture } from "./article-cover.tsx";
import { ArticleMeta } from "./article-meta.tsx";

type ArticleListProps = {
  articles: Article[];
  text: Messages["blog"];
  findPicture: FindPicture;
  categoryName(category: string): string;
  level?: 2 | 3;
};

/** Cards; the first is set larger where there are at least three, and one alone has its words beside its picture. */
export function ArticleList({ articles, text, findPicture, categoryName, level = 2 }: ArticleListProps) {
  if (articles.length === 0) return <p className="border-t-2 border-rule pt-6">{text.empty}</p>;
  const Heading = `h${level}` as const;
  const hasLead = articles.length >= 3;
  const isAlone = articles.length === 1;
  return (
    <ul className={`grid gap-x-8 gap-y-12 sm:grid-cols-2 ${hasLead ? "lg:grid-cols-4" : ""}`}>
      {articles.map((article, index) => {
        const isLead = hasLead && index === 0;
        return (
          <li
            key={article.slug}
            className={`group relative ${isLead ? "sm:col-span-2" : ""} ${isAlone ? "gap-x-8 sm:col-span-2 sm:grid sm:grid-cols-2" : ""}`}
          >
            <div className={`overflow-hidden ${isLead ? "aspect-[9/5]" : "aspect-[3/2]"}`}>
              <ArticleCover
                article={article}
                findPicture={findPicture}
                columns={isLead ? 9 : 6}
                rows={isLead ? 5 : 4}
                sizes={isLead ? "(min-width: 40rem) 600px, 100vw" : "(min-width: 40rem) 400px, 100vw"}
              />
            </div>
            <div>
              <p className={`mt-4 text-sm font-semibold ${isAlone ? "sm:mt-0" : ""}`}>
                {categoryName(article.category)}
              </p>
              <Heading className={`mt-1 ${isLead ? "text-3xl" : "text-xl"}`}>
                {/* The link covers its card, and the text of the card stays the name of the link alone. */}
                <a
                  href={paths.article(article.locale, article.slug)}
                  className="decoration-2 group-hover:underline after:absolute after:inset-0"
                >
                  {article.title}
                </a>
              </Heading>
              {(isLead || isAlone) && <p className="mt-3 max-w-prose text-soft">{article.description}</p>}
              <div className="mt-2">
                <ArticleMeta article={article} text={text} />
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
