import type { Project } from "#lib/content/kinds/project.ts";
import { paths } from "#lib/i18n/paths.ts";

type ClientStripProps = {
  title: string;
  clients: string[];
  /** In the language of the page. */
  projects: Project[];
  /** Beside something else, where there is less room. */
  isNarrow?: boolean;
};

/** Whom we have worked with, by their names alone in wide type. Stories lead, where some are told; nothing without clients. */
export function ClientStrip({ title, clients, projects, isNarrow }: ClientStripProps) {
  if (clients.length === 0) return null;
  const told = projects.filter(({ client }) => clients.includes(client));
  const others = clients.filter((client) => !told.some((project) => project.client === client));
  return (
    <section>
      <h2 className="text-base">{title}</h2>
      <ul
        className={`wide mt-4 flex flex-wrap gap-x-6 leading-tight tracking-[-0.02em] ${isNarrow ? "gap-y-1 text-lg" : "gap-y-2 text-xl sm:gap-x-9 sm:text-2xl"}`}
      >
        {told.map(({ slug, locale, client, title }) => (
          <li key={slug} className="basis-full">
            <a href={paths.project(locale, slug)} className="inline-flex min-h-11 items-center underline decoration-2">
              {client}: {title}
            </a>
          </li>
        ))}
        {others.map((client) => (
          <li key={client} className="not-cramped:whitespace-nowrap">
            {client}
          </li>
        ))}
      </ul>
    </section>
  );
}
