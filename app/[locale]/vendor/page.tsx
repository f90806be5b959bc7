import type { ReactNode } from "react";
import { fixedMetadata } from "#app/fixed-metadata.ts";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { CompanyFacts } from "#components/content/company-facts.tsx";
import { ContactPerson } from "#components/content/contact-person.tsx";
import { identityFacts } from "#components/content/identity-facts.ts";
import { securityFacts } from "#components/content/security-facts.ts";
import { telephoneLink } from "#components/content/telephone-link.ts";
import { termFacts } from "#components/content/term-facts.ts";
import { PageHeader } from "#components/layout/page-header.tsx";
import { getClientSectors } from "#lib/content/kinds/client.ts";
import { serviceTitles } from "#lib/content/kinds/service.ts";
import { getSite } from "#lib/content/settings/site.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { formatList } from "#lib/i18n/format.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";
import { findPicture } from "#lib/pictures/find-picture.ts";

export const generateMetadata = fixedMetadata(paths.vendor);

/** What procurement asks of a vendor, on as few sheets as it takes. */
export default async function VendorPage({ params }: PageProps<"/[locale]/vendor">) {
  const locale = await pageLocale(params);
  const { vendor, company } = getMessages(locale);
  const site = getSite();
  const security = securityFacts(site, company, locale);
  const terms = termFacts(site, company, locale);
  const offices = site.offices.map(({ city, address, telephone }) => ({
    label: city,
    said: [address, telephone].filter(Boolean).join(" · ") || city,
    ...(telephone && { href: telephoneLink(telephone) }),
  }));
  return (
    <Frame locale={locale} alternates={alternatesOf(paths.vendor)}>
      <PageHeader title={vendor.title} lead={vendor.lead} step={firstStepFrom("vendor", locale)} />
      <div className="wrap grid gap-10 print:gap-3">
        <Part title={vendor.who}>
          <ContactPerson locale={locale} text={company} site={site} findPicture={findPicture} />
          <CompanyFacts facts={identityFacts(site, company)} />
        </Part>
        <Part title={vendor.where}>
          <CompanyFacts facts={[{ label: vendor.country, said: vendor.countryText }, ...offices]} />
        </Part>
        <Part title={vendor.clients}>
          <CompanyFacts
            facts={Object.values(getClientSectors()).map(({ name, clients }) => ({
              label: name[locale],
              said: formatList(clients, locale),
            }))}
          />
        </Part>
        <Part title={vendor.services}>
          <p>
            {formatList(
              serviceTitles(locale).map(({ title }) => title),
              locale,
            )}
          </p>
        </Part>
        <Part title={vendor.hours}>
          <p>{vendor.hoursText}</p>
        </Part>
        <Part title={vendor.data}>
          <p>
            {vendor.dataText}{" "}
            <a href={paths.privacy(locale)} className="inline-flex min-h-6 items-center text-link underline">
              {vendor.privacy}
            </a>
          </p>
        </Part>
        {security.length > 0 && (
          <Part title={company.security}>
            <CompanyFacts facts={security} />
          </Part>
        )}
        {terms.length > 0 && (
          <Part title={company.terms}>
            <CompanyFacts facts={terms} />
          </Part>
        )}
      </div>
    </Frame>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-3 lg:grid-cols-[1fr_3fr] print:grid-cols-[8rem_1fr] print:text-sm">
      <h2 className="text-xl print:text-base">{title}</h2>
      <div>{children}</div>
    </section>
  );
}
