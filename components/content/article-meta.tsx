import type { Messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/kinds/article.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate } from "#lib/i18n/format.ts";
import { PublicationMark } from "./publication-mark.tsx";

/** Date and reading time, on one line; in development, also that readers do not see the article yet. */
export function ArticleMeta({ article, text }: { article: Article; text: Messages["blog"] }) {
  const { date, updated, locale, readingMinutes } = article;
  return (
    <p className="text-sm text-soft">
      <PublicationMark entry={article} text={text} />
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
