import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { findAuthor } from "./authors.ts";
import { getCategories } from "./categories.ts";
import { contentRoot } from "./content-folder.ts";
import type { Shelf } from "./shelf.ts";
import { getTags } from "./tags.ts";

export function shelfName({ kind, slug }: Pick<Shelf, "kind" | "slug">, locale: Locale, root = contentRoot): string {
  const names = {
    blog: () => getMessages(locale).blog.title,
    category: () => getCategories(root)[slug]?.[locale],
    tag: () => getTags(root)[slug]?.[locale],
    author: () => findAuthor(slug, root)?.name,
  };
  return names[kind]() ?? slug;
}
