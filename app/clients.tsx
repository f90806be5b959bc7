import { ClientStrip } from "#components/content/client-strip.tsx";
import { getHome } from "#lib/content/kinds/home.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import { getHomeWords } from "#lib/content/settings/home-words.ts";
import type { Locale } from "#lib/i18n/locales.ts";

/** The clients that content/home.yaml names, wherever a buyer asks who else has bought. */
export function Clients({ locale, isNarrow }: { locale: Locale; isNarrow?: boolean }) {
  return (
    <ClientStrip
      title={getHomeWords(locale).clientsTitle}
      clients={getHome().clients}
      projects={getProjects(locale)}
      isNarrow={isNarrow}
    />
  );
}
