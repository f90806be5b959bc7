import type { Messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/article.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate } from "#lib/i18n/format.ts";

type ArticleMetaProps = { article: Article; text: Messages["blog"] };

/** Date and reading time, on one line. */
export function ArticleMeta({ article, text }: ArticleMetaProps) {
  const { date, updated, locale, readingMinutes } = article;
  return (
    <p className="text-sm text-soft">
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
