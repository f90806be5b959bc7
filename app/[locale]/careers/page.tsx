import { fixedMetadata } from "#app/fixed-metadata.ts";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { Related } from "#app/related.tsx";
import { NoOpening } from "#components/content/no-opening.tsx";
import { OpeningList } from "#components/content/opening-list.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { getOpenings } from "#lib/content/kinds/opening.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";
import { listData } from "#lib/pages/structured-data.ts";

export const generateMetadata = fixedMetadata(paths.careers);

/** Every opening, each with a form of its own; without any, the page says so. */
export default async function CareersPage({ params }: PageProps<"/[locale]/careers">) {
  const locale = await pageLocale(params);
  const { openings: text, services } = getMessages(locale);
  const openings = getOpenings(locale);
  const list = listData(
    text.title,
    openings.map(({ title, slug }) => ({ title, path: paths.opening(locale, slug) })),
  );

  return (
    <Frame locale={locale} alternates={alternatesOf(paths.careers)} data={openings.length > 0 ? [list] : []}>
      <PageHeader
        title={text.title}
        lead={text.lead}
        step={openings.length > 0 ? undefined : firstStepFrom("careers", locale)}
        below={openings.length === 0 && <NoOpening text={text} />}
      />
      {openings.length > 0 && (
        <div className="wrap">
          <OpeningList openings={openings} text={text} />
        </div>
      )}
      <Related
        title={text.work}
        more={{ href: paths.services(locale), label: services.all }}
        entries={getServices(locale)}
      />
    </Frame>
  );
}
