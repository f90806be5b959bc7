import type { Root } from "hast";
import { ClientList } from "#components/content/client-list.tsx";
import { Markdown } from "#components/content/markdown.tsx";
import { getClientSectors } from "#lib/content/kinds/client.ts";
import { getProjects } from "#lib/content/kinds/project.ts";
import { readPublicEnv } from "#lib/env.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { firstStepFor } from "#lib/pages/first-step.ts";
import { findPicture } from "#lib/pictures/find-picture.ts";

/** The text of an entry, with what its blocks show of other files. */
export function Body({ tree, locale }: { tree: Root; locale: Locale }) {
  return (
    <Markdown
      tree={tree}
      locale={locale}
      siteUrl={readPublicEnv().siteUrl}
      text={getMessages(locale)}
      findPicture={findPicture}
      stepFor={(service) => firstStepFor(locale, service)}
      clients={<ClientList locale={locale} sectors={getClientSectors()} projects={getProjects(locale)} />}
    />
  );
}
