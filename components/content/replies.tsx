import type { Messages } from "#content/en/messages.ts";
import type { Article } from "#lib/content/kinds/article.ts";
import type { Reply } from "#lib/content/kinds/reply.ts";
import { formatDate, formatPlural } from "#lib/i18n/format.ts";
import { paths } from "#lib/i18n/paths.ts";

type RepliesProps = { article: Pick<Article, "locale" | "slug">; replies: Reply[]; text: Messages["replies"] };

/** What readers wrote about an article, as text: addresses in it do not become links. */
export function Replies({ article: { locale, slug }, replies, text }: RepliesProps) {
  return (
    <section
      aria-labelledby="article-replies"
      className={`mt-14 border-t-2 border-rule pt-6 ${replies.length === 0 ? "no-print" : ""}`}
    >
      <h2 id="article-replies" className="text-2xl">
        {replies.length > 0 ? formatPlural(replies.length, text.count, locale) : text.first}
      </h2>
      {replies.length === 0 && <p className="mt-3 max-w-prose">{text.lead}</p>}
      {replies.length > 0 && (
        <ol className="mt-4">
          {replies.map((reply) => (
            <li key={`${reply.name} ${reply.text}`} className="border-b border-hairline py-5">
              <p className="font-semibold">{reply.name}</p>
              <p className="text-sm text-soft">
                <time dateTime={reply.date}>{formatDate(reply.date, locale)}</time>
              </p>
              <p className="mt-3 max-w-prose wrap-anywhere whitespace-pre-line">{reply.text}</p>
            </li>
          ))}
        </ol>
      )}
      <p className="no-print mt-3">
        <a
          href={paths.reply(locale, slug)}
          className="inline-flex min-h-11 items-center font-semibold text-link underline"
        >
          {text.leave}
        </a>
      </p>
    </section>
  );
}
