import type { Project } from "#lib/content/kinds/project.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

/** A client is a link only when its story is told. */
export function ClientNames({ locale, clients, projects }: { locale: Locale; clients: string[]; projects: Project[] }) {
  return (
    <ul className="wide grid gap-2 text-2xl leading-tight tracking-[-0.02em]">
      {clients.map((client) => {
        const story = projects.find((project) => project.client === client);
        return (
          <li key={client}>
            {story ? (
              <a href={paths.project(locale, story.slug)} className="underline decoration-2">
                {client}
              </a>
            ) : (
              client
            )}
          </li>
        );
      })}
    </ul>
  );
}
