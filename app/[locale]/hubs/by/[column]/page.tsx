import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { HubTable } from "#components/content/hub-table.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { isHubColumn } from "#lib/content/kinds/hub-column.ts";
import { sortedHubs } from "#lib/content/lists/sorted-hubs.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { fill } from "#lib/i18n/fill.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { listData, trailData } from "#lib/pages/structured-data.ts";

type Props = PageProps<"/[locale]/hubs/by/[column]">;

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/hubs/by/[column]"];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, column } = await orderFor(params);
  const { hubs } = getMessages(locale);
  const title = hubs.by[column];
  const description = fill(hubs.byDescription, { title });
  // The same table in another order: to search engines it is the page of all hubs.
  return pageMetadata({
    locale,
    title,
    description,
    path: paths.hubs(locale),
    alternates: alternatesOf(paths.hubs),
  });
}

export default async function SortedHubsPage({ params }: Props) {
  const { locale, column, alternates } = await orderFor(params);
  const text = getMessages(locale);
  const hubs = sortedHubs(getHubs(locale), column, locale);
  const trail = [{ href: paths.hubs(locale), label: text.hubs.title }];
  const title = text.hubs.by[column];
  const list = listData(
    title,
    hubs.map(({ title, slug }) => ({ title, path: paths.hub(locale, slug) })),
  );

  return (
    <Frame locale={locale} alternates={alternates} data={[list, trailData(trail, title)]}>
      <PageHeader
        title={title}
        lead={text.hubs.byLead}
        step={firstStepFrom("hubs", locale)}
        above={<Breadcrumbs label={text.breadcrumbs} trail={trail} />}
      />
      <div className="wrap">
        <HubTable locale={locale} text={text.hubs} hubs={hubs} sortedBy={column} />
      </div>
    </Frame>
  );
}

async function orderFor(params: Props["params"]) {
  const locale = await pageLocale(params);
  const { column } = await params;
  if (!isHubColumn(column)) notFound();
  const alternates = alternatesOf((locale) => paths.hubsBy(locale, column));
  return { locale, column, alternates };
}
