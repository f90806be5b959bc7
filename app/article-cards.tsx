import { ArticleList } from "#components/content/article-list.tsx";
import type { Article } from "#lib/content/kinds/article.ts";
import { articleListName } from "#lib/content/lists/article-list-name.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { findPicture } from "#lib/pictures/find-picture.ts";

type ArticleCardsProps = { locale: Locale; articles: Article[]; level?: 2 | 3 };

export function ArticleCards({ locale, articles, level }: ArticleCardsProps) {
  return (
    <ArticleList
      articles={articles}
      text={getMessages(locale).blog}
      findPicture={findPicture}
      categoryName={(slug) => articleListName({ kind: "category", slug }, locale)}
      level={level}
    />
  );
}
