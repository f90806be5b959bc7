import { fixedMetadata } from "#app/fixed-metadata.ts";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { IndustryList } from "#components/content/industry-list.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";
import { listData } from "#lib/pages/structured-data.ts";

export const generateMetadata = fixedMetadata(paths.industries);

export default async function IndustriesPage({ params }: PageProps<"/[locale]/industries">) {
  const locale = await pageLocale(params);
  const text = getMessages(locale);
  const step = firstStepFrom("industries", locale);
  const industries = getIndustries(locale);
  const list = listData(
    text.industries.title,
    industries.map(({ title, slug }) => ({ title, path: paths.industry(locale, slug) })),
  );

  return (
    <Frame locale={locale} alternates={alternatesOf(paths.industries)} data={[list]}>
      <PageHeader title={text.industries.title} lead={text.industries.lead} step={step} />
      <div className="wrap">
        <IndustryList industries={industries} level={2} />
        <Invitation text={text.invitation} step={step} />
      </div>
    </Frame>
  );
}
