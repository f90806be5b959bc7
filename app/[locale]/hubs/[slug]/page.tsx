import { Body } from "#app/body.tsx";
import { EntryFrame } from "#app/entry-frame.tsx";
import { entryFor, entryMetadata } from "#app/entry-page.ts";
import { Related } from "#app/related.tsx";
import { HubFacts, HubFigures } from "#components/content/hub-facts.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { Section } from "#components/ui/section.tsx";
import { findHub, getHubs } from "#lib/content/kinds/hub.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { newestArticlesOn } from "#lib/content/lists/newest-articles.ts";
import { readBody } from "#lib/content/text/body.ts";
import { thisYear } from "#lib/hours/this-year.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepOn } from "#lib/pages/first-step.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { hubData } from "#lib/pages/structured-data.ts";

// Two rows of three.
const articlesShown = 6;

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/hubs/[slug]"];

export const generateMetadata = entryMetadata(findHub);

export default async function HubPage({ params }: PageProps<"/[locale]/hubs/[slug]">) {
  const { locale, entry: hub, alternates } = await entryFor(findHub, params);
  const text = getMessages(locale);
  const { tree } = readBody(hub);
  const hasFigures = Object.keys(hub.figures).length > 0;
  const articles = newestArticlesOn(locale, "hubs", hub.slug, articlesShown);
  const services = getServices(locale).filter((service) => service.hubs.includes(hub.slug));
  const others = getHubs(locale).filter(({ slug }) => slug !== hub.slug);

  return (
    <EntryFrame
      entry={hub}
      tree={tree}
      list={{ pathIn: paths.hubs, title: text.hubs.title }}
      alternates={alternates}
      data={[hubData(hub)]}
    >
      <Section title={text.hubs.facts}>
        <HubFacts text={text.hubs} clock={text.clock} hub={hub} year={thisYear()} />
        <div className="pt-8">
          <Body tree={tree} locale={locale} />
        </div>
      </Section>
      <Section title={text.hubs.figures} more={{ href: paths.hubs(locale), label: text.hubs.compare }}>
        {hasFigures ? (
          <HubFigures text={text.hubs} sourceLabel={text.figureSource} hub={hub} />
        ) : (
          <p>{text.hubs.noFigures}</p>
        )}
        <Invitation text={text.invitation} step={firstStepOn(hub)} />
      </Section>
      <Related
        title={text.hubs.services}
        more={{ href: paths.services(locale), label: text.services.all }}
        entries={services}
      />
      <Related title={text.hubs.articles} entries={articles} />
      <Related title={text.hubs.others} entries={others} />
    </EntryFrame>
  );
}
