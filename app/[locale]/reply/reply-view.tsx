import { Frame } from "#app/frame.tsx";
import { leadFormText } from "#app/lead-form-text.ts";
import { Cover } from "#components/content/cover.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { FormSplit } from "#components/layout/form-split.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { MessageForm } from "#components/leads/message-form.tsx";
import type { Article } from "#lib/content/kinds/article.ts";
import { findArticle, getArticles } from "#lib/content/kinds/article.ts";
import { findCounterpart } from "#lib/content/lists/translations.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocales } from "#lib/i18n/other-locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { LeadFormState } from "#lib/leads/form/form-state.ts";
import { firstStepFor } from "#lib/pages/first-step.ts";
import { findPicture } from "#lib/pictures/find-picture.ts";

/** The form for a reply to the article that its values name, empty or as a post left it. */
export function ReplyView({ locale, initial }: { locale: Locale; initial: LeadFormState }) {
  const { replies } = getMessages(locale);
  const asked = initial.values.article ?? "";
  const article = articleNamed(asked, locale);
  return (
    <Frame
      locale={locale}
      alternates={alternatesOf((each) => paths.reply(each, article && findCounterpart(article, each)?.slug))}
    >
      <PageHeader
        title={replies.leave}
        lead={replies.lead}
        step={undefined}
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
        form={
          <MessageForm
            name="reply"
            locale={locale}
            text={leadFormText("reply", locale)}
            own={replies}
            state={initial}
          />
        }
        beside={<Invitation text={getMessages(locale).invitation} step={firstStepFor(locale, undefined)} />}
        cover={article && <Cover of={article} findPicture={findPicture} columns={6} rows={4} sizes="400px" />}
      />
    </Frame>
  );
}

/** Who goes on in another language names the article by its address in the one before. */
function articleNamed(slug: string, locale: Locale): Article | undefined {
  const own = findArticle(locale, slug);
  if (own) return own;
  const names = otherLocales(locale).map((other) => findArticle(other, slug)?.name);
  return getArticles(locale).find(({ name }) => names.includes(name));
}
