import { Body } from "#app/body.tsx";
import { EntryFrame } from "#app/entry-frame.tsx";
import { entryFor, entryMetadata } from "#app/entry-page.ts";
import { Related } from "#app/related.tsx";
import { ClientList } from "#components/content/client-list.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { TaskList } from "#components/content/task-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { getClientSectors } from "#lib/content/kinds/client.ts";
import { findIndustry, getIndustries } from "#lib/content/kinds/industry.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { readBody } from "#lib/content/text/body.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepOn } from "#lib/pages/first-step.ts";
import { staticParams } from "#lib/pages/static-params.ts";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/industries/[slug]"];

export const generateMetadata = entryMetadata(findIndustry);

export default async function IndustryPage({ params }: PageProps<"/[locale]/industries/[slug]">) {
  const { locale, entry: industry, alternates } = await entryFor(findIndustry, params);
  const text = getMessages(locale);
  const { tree } = readBody(industry);
  const services = getServices(locale).filter(({ slug }) => industry.services.includes(slug));
  const sectors = Object.entries(getClientSectors()).filter(([sector]) => industry.sectors.includes(sector));
  const others = getIndustries(locale).filter(({ slug }) => slug !== industry.slug);

  return (
    <EntryFrame
      entry={industry}
      tree={tree}
      list={{ pathIn: paths.industries, title: text.industries.title }}
      alternates={alternates}
    >
      <Section title={text.industries.tasks}>
        <div className="wide border-t-2 border-rule pt-5 text-2xl leading-tight tracking-[-0.02em]">
          <TaskList tasks={industry.tasks} />
        </div>
        <div className="pt-16">
          <Body tree={tree} locale={locale} />
          <Invitation text={text.invitation} step={firstStepOn(industry)} />
        </div>
      </Section>
      <Related
        title={text.industries.services}
        more={{ href: paths.services(locale), label: text.services.all }}
        entries={services}
      />
      {sectors.length > 0 && (
        <Section title={text.industries.clients} more={{ href: paths.projects(locale), label: text.projects.clients }}>
          <ClientList locale={locale} sectors={Object.fromEntries(sectors)} projects={getProjects(locale)} />
        </Section>
      )}
      <Related
        title={text.industries.others}
        more={{ href: paths.industries(locale), label: text.industries.all }}
        entries={others}
      />
    </EntryFrame>
  );
}
