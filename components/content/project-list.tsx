import type { Project } from "#lib/content/kinds/project.ts";
import { paths } from "#lib/i18n/paths.ts";
import { CardTitle } from "./card-title.tsx";
import { Tiles } from "./tiles.tsx";

export function ProjectList({ projects }: { projects: Project[] }) {
  return (
    <ul className="border-t-2 border-rule">
      {projects.map((project) => (
        <li key={project.slug} className="group relative flex gap-4 cramped:flex-col border-b border-hairline py-6">
          <div className="size-16 shrink-0 overflow-hidden">
            <Tiles slug={project.slug} columns={2} rows={2} />
          </div>
          <div>
            <CardTitle className="text-xl" href={paths.project(project.locale, project.slug)}>
              {project.title}
            </CardTitle>
            <p className="text-sm text-soft">{project.client}</p>
            <p className="mt-2 max-w-prose">{project.summary}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
