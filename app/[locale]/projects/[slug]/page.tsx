import { Body } from "#app/body.tsx";
import { EntryFrame } from "#app/entry-frame.tsx";
import { entryFor, entryMetadata } from "#app/entry-page.ts";
import { Related } from "#app/related.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { getClientSectors } from "#lib/content/kinds/client.ts";
import { findProject, getProjects } from "#lib/content/kinds/project.ts";
import { getServices } from "#lib/content/kinds/service.ts";
import { readBody } from "#lib/content/text/body.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { firstStepOn } from "#lib/pages/first-step.ts";
import { staticParams } from "#lib/pages/static-params.ts";
import { ProjectStory } from "../project-story.tsx";

export const dynamicParams = false;

export const generateStaticParams = staticParams["/[locale]/projects/[slug]"];

export const generateMetadata = entryMetadata(findProject);

export default async function ProjectPage({ params }: PageProps<"/[locale]/projects/[slug]">) {
  const { locale, entry: project, alternates } = await entryFor(findProject, params);
  const text = getMessages(locale);
  const { tree } = readBody(project);
  const sector = getClientSectors()[project.sector]?.name[locale];
  const services = getServices(locale).filter(({ slug }) => project.services.includes(slug));
  const others = getProjects(locale).filter(({ slug }) => slug !== project.slug);

  return (
    <EntryFrame
      entry={project}
      tree={tree}
      list={{ pathIn: paths.projects, title: text.projects.titleWithStories }}
      alternates={alternates}
      below={
        <p className="mt-5 text-sm text-soft">
          {project.client} · {sector}
        </p>
      }
    >
      <div className="wrap">
        <div className="pt-8 md:pt-14 lg:pl-[calc(13rem+4rem)]">
          <ProjectStory project={project}>
            <Body tree={tree} locale={locale} />
          </ProjectStory>
          <Invitation text={text.invitation} step={firstStepOn(project)} />
        </div>
      </div>
      <Related title={text.industries.services} entries={services} />
      <Related title={text.projects.others} entries={others} />
    </EntryFrame>
  );
}
