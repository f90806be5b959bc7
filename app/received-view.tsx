import { ArticleCards } from "#app/article-cards.tsx";
import { Frame } from "#app/frame.tsx";
import { Received } from "#components/leads/received.tsx";
import { Section } from "#components/ui/section.tsx";
import { getArticles } from "#lib/content/articles.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { FormName } from "#lib/leads/form-name.ts";

type ReceivedViewProps = { form: FormName; locale: Locale; query: Promise<{ ref?: string | string[] }> };

const articlesShown = 2;

/** Thanks for what any form sent. The reference is in the address, so a reload and a print keep it. */
export async function ReceivedView({ form, locale, query }: ReceivedViewProps) {
  const text = getMessages(locale);
  const { ref } = await query;
  const reference = typeof ref === "string" && /^[0-9A-Z]{4,8}$/.test(ref) ? ref : undefined;
  const counterpart = paths.received(otherLocale(locale), form);
  return (
    <Frame locale={locale} counterpart={reference ? `${counterpart}?ref=${reference}` : counterpart}>
      <Received text={text.received} stored={text.received.stored[form]} reference={reference} />
      <Section title={text.received.reading}>
        <ArticleCards locale={locale} articles={getArticles(locale).slice(0, articlesShown)} level={3} />
      </Section>
    </Frame>
  );
}
