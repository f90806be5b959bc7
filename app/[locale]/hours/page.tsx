import type { Metadata } from "next";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { HoursAnswer } from "#components/hours/hours-answer.tsx";
import { HoursForm } from "#components/hours/hours-form.tsx";
import { PlaceSuggestions } from "#components/hours/place-suggestions.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { cities } from "#lib/hours/cities.ts";
import { colombianDate } from "#lib/hours/colombian-date.ts";
import { findZone } from "#lib/hours/find-zone.ts";
import { fill } from "#lib/i18n/fill.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";
import { paths } from "#lib/i18n/paths.ts";
import { pageMetadata } from "#lib/seo/page-metadata.ts";

type Props = PageProps<"/[locale]/hours">;

const firstShown = "new-york";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { title, description } = getMessages(locale).hours;
  const addresses = { path: paths.hours(locale), counterpart: paths.hours(otherLocale(locale)) };
  return pageMetadata({ locale, title, description, ...addresses });
}

export default async function HoursPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const text = getMessages(locale).hours;
  const { office } = await searchParams;
  const asked = typeof office === "string" ? office : undefined;
  const typed = asked ?? firstShown;
  const found = findZone(typed, locale);
  const error = found.ok ? undefined : { empty: text.missing, unknown: fill(text.unknown, { typed }) }[found.reason];

  return (
    <Frame locale={locale} counterpart={paths.hours(otherLocale(locale), asked && found.ok ? found.key : asked)}>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="wrap">
        <HoursForm
          locale={locale}
          text={text}
          cities={cities.map(({ name }) => name[locale])}
          typed={found.ok ? found.label : typed}
          error={error}
        />
        {found.ok ? (
          <HoursAnswer locale={locale} text={text} date={colombianDate(new Date())} place={found} />
        ) : (
          <PlaceSuggestions locale={locale} text={text} places={found.suggestions} />
        )}
      </div>
    </Frame>
  );
}
