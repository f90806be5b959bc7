import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { CityClocks } from "#components/hours/city-clocks.tsx";
import { CityLinks } from "#components/hours/city-links.tsx";
import { ClockChanges } from "#components/hours/clock-changes.tsx";
import { MeetingHours } from "#components/hours/meeting-hours.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { cityPages } from "#lib/hours/city-pages.ts";
import { comingClockPeriods } from "#lib/hours/coming-clock-periods.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { fill } from "#lib/i18n/fill.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { trailData } from "#lib/pages/structured-data.ts";

type Props = PageProps<"/[locale]/hours/[city]">;

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/hours/[city]"];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, city, periods, text } = await cityOf(params);
  const { title, description, steadyDescription } = text.city;
  return pageMetadata({
    locale,
    title: fill(title, { city }),
    description: fill(periods.length > 1 ? description : steadyDescription, { city }),
    path: paths.hoursIn(locale, slug),
    alternates: alternatesOf((each) => paths.hoursIn(each, slug)),
  });
}

/** Made once, and right on each day: it shows the clocks in every way in which they stand until the end of the next year. */
export default async function CityHoursPage({ params }: Props) {
  const { locale, slug, timeZone, city, periods, text } = await cityOf(params);
  const { breadcrumbs } = getMessages(locale);
  const { city: words } = text;
  const title = fill(words.title, { city });
  const trail = [{ href: paths.hours(locale), label: text.title }];
  const neighbours = cityPages.filter((each) => each.timeZone === timeZone && each.slug !== slug);

  return (
    <Frame
      locale={locale}
      alternates={alternatesOf((each) => paths.hoursIn(each, slug))}
      data={[trailData(trail, title)]}
    >
      <PageHeader
        title={title}
        lead={fill(periods.length > 1 ? words.lead : words.steadyLead, { city })}
        above={<Breadcrumbs label={breadcrumbs} trail={trail} />}
        // Beside the clocks, with their zone.
        step={undefined}
      />
      <CityClocks
        locale={locale}
        text={text}
        home={words.home}
        city={city}
        periods={periods}
        inquiry={paths.inquiryIn(locale, timeZone)}
      />
      <Section title={words.meeting}>
        <MeetingHours
          locale={locale}
          text={words}
          city={city}
          periods={periods}
          calendar={paths.hoursCalendar(locale, slug)}
        />
      </Section>
      {periods.length > 1 && (
        <Section title={words.changes}>
          <ClockChanges locale={locale} text={text} home={words.home} city={city} periods={periods} />
        </Section>
      )}
      {neighbours.length > 0 && (
        <Section title={fill(words.sameClock, { city })} more={{ href: paths.hours(locale), label: text.others }}>
          <CityLinks locale={locale} cities={neighbours} />
        </Section>
      )}
    </Frame>
  );
}

async function cityOf(params: Props["params"]) {
  const locale = await pageLocale(params);
  const { city: slug } = await params;
  const found = cityPages.find((each) => each.slug === slug);
  if (!found) notFound();
  const { timeZone, name } = found;
  return {
    locale,
    slug,
    timeZone,
    city: name[locale],
    periods: comingClockPeriods(timeZone),
    text: getMessages(locale).hours,
  };
}
