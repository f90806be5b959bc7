import type { Metadata } from "next";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { FirstStepButton } from "#components/content/first-step-button.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SearchAdvice } from "#components/search/search-advice.tsx";
import { SearchForm } from "#components/search/search-form.tsx";
import { SearchResults } from "#components/search/search-results.tsx";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatNumber } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { type FirstStep, firstStepFromSearch } from "#lib/pages/first-step.ts";
import { hiddenMetadata } from "#lib/pages/page-metadata.ts";
import { maxQueryLength } from "#lib/search/max-query-length.ts";
import { getSearchIndex } from "#lib/search/search-index.ts";
import { type SearchAnswer, searchPages } from "#lib/search/search-pages.ts";
import { typedQuery } from "#lib/search/typed-query.ts";

type Props = PageProps<"/[locale]/search">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { title, titleFor, description } = getMessages(locale).search;
  const { query } = readQuery(await searchParams);
  return hiddenMetadata({ locale, title: query ? fill(titleFor, { query }) : title, description });
}

export default async function SearchPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const messages = getMessages(locale);
  const text = messages.search;
  const { query, isCut } = readQuery(await searchParams);
  const step = firstStepFromSearch(locale, query);
  const answer = query ? searchPages(getSearchIndex(locale), query, locale) : undefined;

  return (
    <Frame locale={locale} alternates={alternatesOf((each) => paths.search(each, query))}>
      <PageHeader title={text.title} lead={query ? undefined : text.lead} step={query ? undefined : step} />
      <div className="wrap">
        <SearchForm locale={locale} text={text} query={query} maxLength={maxQueryLength} />
        {isCut && <p className="mt-4">{fill(text.cut, { limit: maxQueryLength })}</p>}
        {answer && <Answer locale={locale} query={query} answer={answer} step={step} />}
        {!answer?.count && <SearchAdvice locale={locale} text={messages} />}
        <div className="pt-8">
          <Invitation text={messages.invitation} step={step} />
        </div>
      </div>
    </Frame>
  );
}

type AnswerProps = { locale: Locale; query: string; answer: SearchAnswer; step: FirstStep };

function Answer({ locale, query, answer: { count, nearness, pages }, step }: AnswerProps) {
  const text = getMessages(locale).search;
  const sentence = { 0: text.none, 1: text.one }[count] ?? text.several;
  const notes = [
    count > 0 && nearness !== "exact" && text[nearness],
    count > pages.length && fill(text.more, { shown: pages.length }),
    count === 0 && text.noneHint,
  ].filter((note) => note !== false);

  return (
    <section className="mt-12">
      <h2 className="text-2xl wrap-anywhere md:text-3xl">
        {fill(sentence, { count: formatNumber(count, locale), query })}
      </h2>
      {notes.length > 0 && <p className="mt-3 max-w-prose">{notes.join(" ")}</p>}
      <FirstStepButton step={step} />
      {count > 0 && <SearchResults text={text} pages={pages} />}
    </section>
  );
}

function readQuery({ q }: Awaited<Props["searchParams"]>) {
  return typedQuery([q].flat()[0] ?? "");
}
