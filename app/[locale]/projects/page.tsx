import { fixedMetadata } from "#app/fixed-metadata.ts";
import { Frame } from "#app/frame.tsx";
import { pageLocale } from "#app/page-locale.ts";
import { ClientList } from "#components/content/client-list.tsx";
import { Invitation } from "#components/content/invitation.tsx";
import { ProjectList } from "#components/content/project-list.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { getClientSectors } from "#lib/content/kinds/client.ts";
import { getIndustries } from "#lib/content/kinds/industry.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import { alternatesOf } from "#lib/i18n/alternates-of.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { paths } from "#lib/i18n/paths.ts";
import { projectsTitle } from "#lib/i18n/projects-title.ts";
import { firstStepFrom } from "#lib/pages/first-step.ts";

export const generateMetadata = fixedMetadata(paths.projects);

export default async function ProjectsPage({ params }: PageProps<"/[locale]/projects">) {
  const locale = await pageLocale(params);
  const text = getMessages(locale);
  const step = firstStepFrom("projects", locale);
  const projects = getProjects(locale);

  return (
    <Frame locale={locale} alternates={alternatesOf(paths.projects)}>
      <PageHeader
        title={projectsTitle(text.projects, { stories: projects.length })}
        lead={text.projects.lead}
        step={step}
      />
      {projects.length > 0 && (
        <Section title={text.projects.stories}>
          <ProjectList projects={projects} />
        </Section>
      )}
      <Section title={text.projects.clients}>
        <ClientList
          locale={locale}
          sectors={getClientSectors()}
          projects={projects}
          industries={getIndustries(locale)}
        />
        <Invitation text={text.invitation} step={step} />
      </Section>
    </Frame>
  );
}
