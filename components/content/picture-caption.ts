import type { Messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/kinds/article.ts";
import { fill } from "#lib/i18n/fill.ts";

/** What stands under the picture of an article; nothing under its pattern, which nobody photographed. */
export function pictureCaption(article: Article, text: Messages["blog"]): string | undefined {
  if (!article.image) return undefined;
  const credit = article.imageCredit && fill(text.photo, { credit: article.imageCredit });
  return [article.imageCaption, credit].filter(Boolean).join(" · ") || undefined;
}
