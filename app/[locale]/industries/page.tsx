import type { Metadata } from "next";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { IndustryList } from "#components/content/industry-list.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { pageMetadata } from "#lib/pages/page-metadata.ts";

type Props = PageProps<"/[locale]/industries">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { industries } = getMessages(locale);
  const addresses = { path: paths.industries(locale), alternates: alternatesOf(paths.industries) };
  return pageMetadata({ locale, title: industries.title, description: industries.lead, ...addresses });
}

export default async function IndustriesPage({ params }: Props) {
  const locale = await pageLocale(params);
  const text = getMessages(locale);

  return (
    <Frame locale={locale} alternates={alternatesOf(paths.industries)}>
      <PageHeader title={text.industries.title} lead={text.industries.lead} />
      <div className="wrap">
        <IndustryList industries={getIndustries(locale)} level={2} />
        <Invitation locale={locale} text={text.invitation} />
      </div>
    </Frame>
  );
}
