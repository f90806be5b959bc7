import type { Messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/kinds/article.ts";
import { publicationOf } from "#lib/content/kinds/publication.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate } from "#lib/i18n/format.ts";

/** Date and reading time, on one line; in development, also that readers do not see the article yet. */
export function ArticleMeta({ article, text }: { article: Article; text: Messages["blog"] }) {
  const { date, updated, locale, readingMinutes } = article;
  const publication = publicationOf(article);
  return (
    <p className="text-sm text-soft">
      {publication !== "published" && (
        <strong className="mr-2 bg-gold px-2 py-0.5 text-ink">
          {fill(text[publication], { date: formatDate(date, locale) })}
        </strong>
      )}
      <time dateTime={date}>{formatDate(date, locale)}</time>
      {" · "}
      {readingMinutes.from === readingMinutes.to
        ? fill(text.minutes, { minutes: readingMinutes.to })
        : fill(text.minutesRange, readingMinutes)}
      {updated && (
        <>
          {" · "}
          <time dateTime={updated}>{fill(text.updated, { date: formatDate(updated, locale) })}</time>
        </>
      )}
    </p>
  );
}
