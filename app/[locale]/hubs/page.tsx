import { fixedMetadata } from "#app/fixed-metadata.ts";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { HubChart } from "#components/content/hub-chart.tsx";
import { HubList } from "#components/content/hub-list.tsx";
import { HubTable } from "#components/content/hub-table.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { sortedHubs } from "#lib/content/lists/sorted-hubs.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";
import { listData } from "#lib/pages/structured-data.ts";

export const generateMetadata = fixedMetadata(paths.hubs);

export default async function HubsPage({ params }: PageProps<"/[locale]/hubs">) {
  const locale = await pageLocale(params);
  const text = getMessages(locale);
  const step = firstStepFrom("hubs", locale);
  const hubs = getHubs(locale);
  const list = listData(
    text.hubs.title,
    hubs.map(({ title, slug }) => ({ title, path: paths.hub(locale, slug) })),
  );

  return (
    <Frame locale={locale} alternates={alternatesOf(paths.hubs)} data={[list]}>
      <PageHeader title={text.hubs.title} lead={text.hubs.lead} step={step} />
      <div className="wrap">
        <HubList hubs={hubs} />
      </div>
      <div className="wrap pt-16 md:pt-24">
        <h2 className="display mb-8 text-3xl md:text-4xl">{text.hubs.comparison}</h2>
        <HubTable locale={locale} text={text.hubs} hubs={hubs} />
      </div>
      <Section title={text.hubs.chart}>
        <HubChart locale={locale} hubs={sortedHubs(hubs, "professionals", locale)} />
        <p className="mt-5 text-sm text-soft">{text.hubs.chartNote}</p>
      </Section>
      <div className="wrap">
        <Invitation text={text.invitation} step={step} />
      </div>
    </Frame>
  );
}
