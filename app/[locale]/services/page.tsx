import { Clients } from "#app/clients.tsx";
import { fixedMetadata } from "#app/fixed-metadata.ts";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { IndustryList } from "#components/content/industry-list.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { ServiceList } from "#components/content/service-list.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";
import { listData } from "#lib/pages/structured-data.ts";

export const generateMetadata = fixedMetadata(paths.services);

export default async function ServicesPage({ params }: PageProps<"/[locale]/services">) {
  const locale = await pageLocale(params);
  const text = getMessages(locale);
  const step = firstStepFrom("services", locale);
  const services = getServices(locale);
  const list = listData(
    text.services.title,
    services.map(({ title, slug }) => ({ title, path: paths.service(locale, slug) })),
  );

  return (
    <Frame locale={locale} alternates={alternatesOf(paths.services)} data={[list]}>
      <PageHeader title={text.services.title} lead={text.services.lead} step={step} />
      <div className="wrap pb-10">
        <Clients locale={locale} />
      </div>
      <div className="wrap">
        <ServiceList services={services} level={2} />
      </div>
      <Section title={text.industries.title} more={{ href: paths.industries(locale), label: text.industries.all }}>
        <IndustryList industries={getIndustries(locale)} />
        <Invitation text={text.invitation} step={step} />
      </Section>
    </Frame>
  );
}
