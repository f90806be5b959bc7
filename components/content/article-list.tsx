import type { Messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/kinds/article.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { ArticleMeta } from "./article-meta.tsx";
import { CardTitle } from "./card-title.tsx";
import { Cover } from "./cover.tsx";

type ArticleListProps = {
  articles: Article[];
  text: Messages["blog"];
  findPicture: FindPicture;
  categoryName(category: string): string;
  level?: 2 | 3;
};

/** Articles as cards, of three or more the first one larger. A single one has its words beside its picture. */
export function ArticleList({ articles, text, findPicture, categoryName, level = 2 }: ArticleListProps) {
  if (articles.length === 0) return <p className="border-t-2 border-rule pt-6">{text.empty}</p>;
  return (
    <ul className={`grid gap-x-8 gap-y-12 ${columnsFor(articles.length)}`}>
      {articles.map((article, index) => {
        const shape = shapeOf(index, articles.length);
        const isLarge = shape !== "card";
        return (
          <li key={article.slug} className={`group relative ${shapes[shape]}`}>
            <div className={`overflow-hidden ${isLarge ? "aspect-[9/5] grow" : "aspect-[3/2]"}`}>
              <Cover
                of={article}
                findPicture={findPicture}
                columns={isLarge ? 9 : 6}
                rows={isLarge ? 5 : 4}
                sizes={isLarge ? "(min-width: 40rem) 600px, 100vw" : "(min-width: 40rem) 400px, 100vw"}
              />
            </div>
            <div>
              <p className={`mt-4 text-sm font-semibold ${shape === "alone" ? "sm:mt-0" : ""}`}>
                {categoryName(article.category)}
              </p>
              <CardTitle
                level={level}
                className={`mt-1 ${isLarge ? "text-3xl" : "text-xl"}`}
                href={paths.article(article.locale, article.slug)}
              >
                {article.title}
              </CardTitle>
              {isLarge && <p className="mt-3 max-w-prose text-soft">{article.description}</p>}
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

function columnsFor(count: number): string {
  if (count === 1) return "";
  return count === 2 ? "sm:grid-cols-2" : "sm:grid-cols-2 lg:grid-cols-4";
}

type Shape = keyof typeof shapes;

const shapes = {
  card: "",
  alone: "sm:grid sm:grid-cols-2 sm:items-start sm:gap-x-8",
  lead: "flex flex-col sm:col-span-2",
  tallLead: "flex flex-col sm:col-span-2 lg:row-span-2",
};

function shapeOf(index: number, count: number): Shape {
  if (count === 1) return "alone";
  if (index > 0 || count < 3) return "card";
  // With 4, 5, 8, 9 … articles a lead that is two rows tall leaves fewer empty places in the last row of four.
  return count % 4 < 2 ? "tallLead" : "lead";
}
