import { ArticleCards } from "#app/article-cards.tsx";
import { Body } from "#app/body.tsx";
import { Clients } from "#app/clients.tsx";
import { EntryFrame } from "#app/entry-frame.tsx";
import { entryFor, entryMetadata } from "#app/entry-page.ts";
import { HubList } from "#components/content/hub-list.tsx";
import { IndustryList } from "#components/content/industry-list.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { ProjectList } from "#components/content/project-list.tsx";
import { ServiceFacts } from "#components/content/service-facts.tsx";
import { ServiceList } from "#components/content/service-list.tsx";
import { TableOfContents } from "#components/content/table-of-contents.tsx";
import { TextSplit } from "#components/layout/text-split.tsx";
import { Section } from "#components/ui/section.tsx";
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

// Two rows of three.
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
      {projects.length > 0 && (
        <Section isRelated title={text.services.stories}>
          <ProjectList projects={projects} />
        </Section>
      )}
      {industries.length > 0 && (
        <Section
          isRelated
          title={text.services.industries}
          more={{ href: paths.industries(locale), label: text.industries.all }}
        >
          <IndustryList industries={industries} />
        </Section>
      )}
      {hubs.length > 0 && (
        <Section isRelated title={text.services.hubs} more={{ href: paths.hubs(locale), label: text.hubs.compare }}>
          <HubList hubs={hubs} />
        </Section>
      )}
      {articles.length > 0 && (
        <Section isRelated title={text.services.articles}>
          <ArticleCards locale={locale} articles={articles} level={3} />
        </Section>
      )}
      {others.length > 0 && (
        <Section
          isRelated
          title={text.services.others}
          more={{ href: paths.services(locale), label: text.services.all }}
        >
          <ServiceList services={others} />
        </Section>
      )}
    </EntryFrame>
  );
}
