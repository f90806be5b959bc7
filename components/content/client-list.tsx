import type { ClientSectors } from "#lib/content/kinds/client.ts";
import type { Industry } from "#lib/content/kinds/industry.ts";
import type { Project } from "#lib/content/kinds/project.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { ClientNames } from "./client-names.tsx";

type ClientListProps = { locale: Locale; sectors: ClientSectors; projects: Project[]; industries?: Industry[] };

/** Whom we worked with, sector by sector. A client is a link only when its story is told, a sector leads to its industry. */
export function ClientList({ locale, sectors, projects, industries = [] }: ClientListProps) {
  return (
    <dl className="border-t-2 border-rule">
      {Object.entries(sectors).map(([sector, { name, clients }]) => (
        <div key={sector} className="grid gap-x-8 gap-y-1 border-b border-hairline py-5 sm:grid-cols-[14rem_1fr]">
          <dt className="pt-1 text-soft cramped:text-base">
            {name[locale]}
            <IndustryLink industry={industries.find((industry) => industry.sectors.includes(sector))} />
          </dt>
          <dd>
            <ClientNames locale={locale} clients={clients} projects={projects} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function IndustryLink({ industry }: { industry?: Industry }) {
  if (!industry) return null;
  return (
    <a
      href={paths.industry(industry.locale, industry.slug)}
      className="flex min-h-8 items-center text-sm text-link underline"
    >
      {industry.title}
    </a>
  );
}
