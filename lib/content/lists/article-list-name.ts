import { findAuthor } from "#lib/content/kinds/author.ts";
import { getCategories } from "#lib/content/settings/categories.ts";
import { getTags } from "#lib/content/settings/tags.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import type { ArticleList } from "./article-list.ts";

export function articleListName(
  { kind, slug }: Pick<ArticleList, "kind" | "slug">,
  locale: Locale,
  root = contentRoot,
): string {
  const names = {
    blog: () => getMessages(locale).blog.title,
    category: () => getCategories(root)[slug]?.[locale],
    tag: () => getTags(root)[slug]?.[locale],
    author: () => findAuthor(slug, root)?.name,
  };
  return names[kind]() ?? slug;
}
