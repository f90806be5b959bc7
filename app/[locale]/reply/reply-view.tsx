import { Frame } from "#app/frame.tsx";
import { leadFormText } from "#app/lead-form-text.ts";
import { ArticleCover } from "#components/content/article-cover.tsx";
import { FormSplit } from "#components/layout/form-split.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { MessageForm } from "#components/leads/message-form.tsx";
import type { Article } from "#lib/content/kinds/article.ts";
import { findArticle, getArticles } from "#lib/content/kinds/article.ts";
import { findCounterpart } from "#lib/content/lists/translations.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { findPicture } from "#lib/pictures/find-picture.ts";

type ReplyViewProps = { locale: Locale; initial: LeadFormState };

/** The form for a reply to the article that its values name, empty or as a post left it. */
export function ReplyView({ locale, initial }: ReplyViewProps) {
  const { replies } = getMessages(locale);
  const other = otherLocale(locale);
  const asked = initial.values.article ?? "";
  const article = findArticle(locale, asked) ?? translated(findArticle(other, asked), locale);
  const pair = article && findCounterpart(article, other);
  return (
    <Frame locale={locale} counterpart={pair ? paths.reply(other, pair.slug) : paths.reply(other)}>
      <PageHeader
        title={replies.leave}
        lead={replies.lead}
        below={
          article && (
            <p className="mt-4 max-w-2xl">
              {replies.article}{" "}
              <a href={paths.article(locale, article.slug)} className="font-semibold text-link underline">
                {article.title}
              </a>
            </p>
          )
        }
      />
      <FormSplit
        form={<MessageForm name="reply" locale={locale} text={leadFormText(locale)} own={replies} state={initial} />}
        cover={
          article && <ArticleCover article={article} findPicture={findPicture} columns={6} rows={4} sizes="400px" />
        }
      />
    </Frame>
  );
}

/** Who goes on in another language names the article by its address in the one before. */
function translated(article: Article | undefined, locale: Locale): Article | undefined {
  return article && getArticles(locale).find(({ name }) => name === article.name);
}
