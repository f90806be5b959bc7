import type { ReactNode } from "react";
import type { Messages } from "#content/en/messages.ts";
import type { Opening } from "#lib/content/kinds/opening.ts";
import type { Service } from "#lib/content/kinds/service.ts";
import { formatDate, formatList } from "#lib/i18n/format.ts";
import { openingPlace } from "#lib/i18n/opening-place.ts";
import { paths } from "#lib/i18n/paths.ts";

type OpeningFactsProps = { opening: Opening; service: Service | undefined; text: Messages["openings"] };

export function OpeningFacts({ opening, service, text }: OpeningFactsProps) {
  const { locale, place, languages, employment, date, until } = opening;
  const day = (date: string) => <time dateTime={date}>{formatDate(date, locale)}</time>;
  const facts: [label: string, said: ReactNode][] = [
    [text.facts.place, openingPlace(place, text)],
    [text.facts.employment, text.employment[employment]],
    [text.facts.languages, formatList(languages, locale)],
    [text.facts.service, service && <ServiceLink service={service} />],
    [text.facts.date, day(date)],
    [text.facts.until, day(until)],
  ];
  return (
    <dl className="wrap grid sm:grid-cols-2 md:grid-cols-3">
      {facts.map(([label, said]) => (
        <div key={label} className="border-b border-hairline py-4 pr-6 md:py-6">
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="mt-1 font-semibold first-letter:uppercase">{said}</dd>
        </div>
      ))}
    </dl>
  );
}

function ServiceLink({ service: { locale, slug, title } }: { service: Service }) {
  return (
    <a href={paths.service(locale, slug)} className="text-link underline">
      {title}
    </a>
  );
}
