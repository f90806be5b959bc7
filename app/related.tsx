import { CardTitle } from "#components/content/card-title.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Entry } from "#lib/content/kinds/registry.ts";
import { entryPath } from "#lib/content/source/entry-path.ts";
import { formatDate } from "#lib/i18n/format.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { openingPlace } from "#lib/i18n/opening-place.ts";

type RelatedEntry = Exclude<Entry, { kind: "pages" }>;
type RelatedProps = { title: string; more?: { href: string; label: string }; entries: RelatedEntry[] };

/** Where a page leads on to, in type alone: a pattern is that of the page it stands on. Nothing where it leads nowhere. */
export function Related({ title, more, entries }: RelatedProps) {
  if (entries.length === 0) return null;
  return (
    <Section isRelated title={title} more={more}>
      <ul className="grid gap-x-8 border-t-2 border-rule sm:grid-cols-2">
        {entries.map((entry) => (
          <li key={entry.slug} className="group relative border-b border-hairline py-5">
            <CardTitle className="text-xl text-balance" href={entryPath(entry)}>
              {entry.title}
            </CardTitle>
            <p className="mt-1 text-sm text-soft">{noteOf(entry)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function noteOf(entry: RelatedEntry): string {
  switch (entry.kind) {
    case "blog":
      return formatDate(entry.date, entry.locale);
    case "hubs":
      return entry.country;
    case "projects":
      return entry.client;
    case "openings":
      return openingPlace(entry.place, getMessages(entry.locale).openings);
    case "services":
    case "industries":
      return entry.summary;
  }
}
