import { findAuthor } from "#lib/content/kinds/author.ts";
import { getCategories } from "#lib/content/settings/categories.ts";
import { getTags } from "#lib/content/settings/tags.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { question } from "#lib/question.ts";
import type { ArticleList, ArticleListKind } from "./article-list.ts";

export function articleListName(
  { kind, slug }: Pick<ArticleList, "kind" | "slug">,
  locale: Locale,
  root = contentRoot,
): string {
  return nameOf(kind, slug, locale, root);
}

const nameOf = question("list name", (kind: ArticleListKind, slug: string, locale: Locale, root = contentRoot) => {
  const names = {
    blog: () => getMessages(locale).blog.title,
    category: () => getCategories(root)[slug]?.[locale],
    tag: () => getTags(root)[slug]?.[locale],
    author: () => findAuthor(slug, root)?.name,
  };
  return names[kind]() ?? slug;
});
