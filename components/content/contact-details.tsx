import { Section } from "#components/ui/section.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Site } from "#lib/content/settings/site.ts";
import { clockInWords } from "#lib/hours/clock-in-words.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { telephoneLink } from "./telephone-link.ts";

type ContactDetailsProps = {
  locale: Locale;
  text: Messages["offices"];
  clock: Messages["clock"];
  site: Site;
  year: number;
};

/** The offices and the other ways to reach the company: what content/site.yaml says, and nothing where it says nothing. */
export function ContactDetails({ locale, text, clock, site: { email, offices, social }, year }: ContactDetailsProps) {
  if (!email && offices.length === 0 && social.length === 0) return null;
  return (
    <Section title={offices.length > 0 ? text.title : text.otherWays}>
      <ul className="grid border-t-2 border-rule sm:grid-cols-2">
        {offices.map((office) => (
          <OfficeCard
            key={`${office.city} ${office.address}`}
            locale={locale}
            text={text}
            clock={clock}
            office={office}
            year={year}
          />
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-8">
        {email && (
          <li>
            <TextLink href={`mailto:${email}`} label={email} />
          </li>
        )}
        {social.map(({ name, url }) => (
          <li key={url}>
            <TextLink href={url} label={name} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

type OfficeCardProps = Omit<ContactDetailsProps, "site"> & { office: Site["offices"][number] };

function OfficeCard({ locale, text, clock, office, year }: OfficeCardProps) {
  const { city, country, address, telephone, hours, timeZone } = office;
  return (
    <li className="border-b border-hairline py-6 sm:odd:pr-6 sm:even:pl-6 sm:odd:border-r">
      <h3 className="text-2xl">{city}</h3>
      {country && <p className="text-soft">{countryName(country, locale)}</p>}
      {address && <address className="mt-3 not-italic">{address}</address>}
      {telephone && <TextLink href={telephoneLink(telephone)} label={telephone} />}
      <dl className="mt-3">
        {hours && (
          <>
            <dt className="font-semibold">{text.hours}</dt>
            <dd>{hours[locale]}</dd>
          </>
        )}
        <dt className="sr-only">{text.clock}</dt>
        <dd className="text-sm text-soft">{clockInWords(timeZone, year, locale, clock)}</dd>
      </dl>
    </li>
  );
}

function TextLink({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center text-link underline">
      {label}
    </a>
  );
}
