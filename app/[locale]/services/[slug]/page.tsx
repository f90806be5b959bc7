import { Body } from "#app/body.tsx";
import { Clients } from "#app/clients.tsx";
import { EntryFrame } from "#app/entry-frame.tsx";
import { entryFor, entryMetadata } from "#app/entry-page.ts";
import { Related } from "#app/related.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { ServiceFacts } from "#components/content/service-facts.tsx";
import { TableOfContents } from "#components/content/table-of-contents.tsx";
import { TextSplit } from "#components/layout/text-split.tsx";
import { getHubs } from "#lib/content/kinds/hub.ts";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import { findService, getServices } from "#lib/content/kinds/service.ts";
import { newestArticlesOn } from "#lib/content/lists/newest-articles.ts";
import { readBody } from "#lib/content/text/body.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepOn } from "#lib/pages/first-step.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { serviceData } from "#lib/pages/structured-data.ts";

// Three rows of two.
const articlesShown = 6;

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/services/[slug]"];

export const generateMetadata = entryMetadata(findService);

export default async function ServicePage({ params }: PageProps<"/[locale]/services/[slug]">) {
  const { locale, entry: service, alternates } = await entryFor(findService, params);
  const text = getMessages(locale);
  const { tree, headings } = readBody(service);
  const articles = newestArticlesOn(locale, "services", service.slug, articlesShown);
  const industries = getIndustries(locale).filter((industry) => industry.services.includes(service.slug));
  const projects = getProjects(locale).filter((project) => project.services.includes(service.slug));
  const hubs = getHubs(locale).filter(({ slug }) => service.hubs.includes(slug));
  const others = getServices(locale).filter(({ slug }) => service.services.includes(slug));

  return (
    <EntryFrame
      entry={service}
      tree={tree}
      list={{ pathIn: paths.services, title: text.services.title }}
      alternates={alternates}
      data={[serviceData(service)]}
    >
      <ServiceFacts text={text.services} service={service} />
      <div className="wrap pt-8">
        <Clients locale={locale} />
      </div>
      <TextSplit
        contents={<TableOfContents title={text.blog.onThisPage} headings={headings} />}
        text={<Body tree={tree} locale={locale} />}
        call={<Invitation text={text.invitation} step={firstStepOn(service)} />}
      />
      <Related title={text.services.stories} entries={projects} />
      <Related
        title={text.services.industries}
        more={{ href: paths.industries(locale), label: text.industries.all }}
        entries={industries}
      />
      <Related
        title={text.services.hubs}
        more={{ href: paths.hubs(locale), label: text.hubs.compare }}
        entries={hubs}
      />
      <Related title={text.services.articles} entries={articles} />
      <Related
        title={text.services.others}
        more={{ href: paths.services(locale), label: text.services.all }}
        entries={others}
      />
    </EntryFrame>
  );
}
