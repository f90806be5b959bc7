import { fixedMetadata } from "#app/fixed-metadata.ts";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { CityList } from "#components/hours/city-list.tsx";
import { HoursAnswer } from "#components/hours/hours-answer.tsx";
import { sharedFigure } from "#components/hours/hours-chart.tsx";
import { HoursForm } from "#components/hours/hours-form.tsx";
import { PlaceSuggestions } from "#components/hours/place-suggestions.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Messages } from "#content/en/messages.ts";
import { cities } from "#lib/hours/cities.ts";
import { cityPages } from "#lib/hours/city-pages.ts";
import { colombianDate } from "#lib/hours/colombian-date.ts";
import { findZone, type Place } from "#lib/hours/find-zone.ts";
import { sharedHours } from "#lib/hours/shared-hours.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";

const firstShown = "new-york";

export const generateMetadata = fixedMetadata(paths.hours);

export default async function HoursPage({ params, searchParams }: PageProps<"/[locale]/hours">) {
  const locale = await pageLocale(params);
  const text = getMessages(locale).hours;
  const { office } = await searchParams;
  const asked = typeof office === "string" ? office : undefined;
  const typed = asked ?? firstShown;
  const found = findZone(typed, locale);
  const error = found.ok ? undefined : { empty: text.missing, unknown: fill(text.unknown, { typed }) }[found.reason];

  const answer = found.ok ? answerFor(found, text, locale) : undefined;

  return (
    <Frame
      locale={locale}
      alternates={alternatesOf((each) => paths.hours(each, asked && found.ok ? found.key : asked))}
    >
      <PageHeader title={text.title} lead={text.lead} step={answer ? undefined : firstStepFrom("hours", locale)} />
      <div className="wrap">
        <HoursForm
          locale={locale}
          text={text}
          cities={cities.map(({ name }) => name[locale])}
          typed={found.ok ? found.label : typed}
          error={error}
        />
        <div data-hours-answer>
          {answer && <HoursAnswer locale={locale} text={text} {...answer} />}
          {!found.ok && <PlaceSuggestions locale={locale} text={text} places={found.suggestions} />}
        </div>
      </div>
      <Section title={text.cities}>
        <CityList locale={locale} />
      </Section>
    </Frame>
  );
}

function answerFor(place: Place, text: Messages["hours"], locale: Locale) {
  const hours = sharedHours({ timeZone: place.timeZone, date: colombianDate(new Date()) });
  const headline = fill(text.headline, { hours: sharedFigure(hours, text, locale), city: place.label });
  const hasPage = cityPages.some(({ slug }) => slug === place.key);
  return { place, hours, headline, page: hasPage ? paths.hoursIn(locale, place.key) : undefined };
}
