import type { Author } from "#lib/content/kinds/author.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { Tiles } from "./tiles.tsx";

type AuthorCardProps = { author: Author; locale: Locale; label: string };

export function AuthorCard({ author, locale, label }: AuthorCardProps) {
  return (
    <aside className="mt-14 flex gap-5 border-t-2 border-rule pt-6">
      <div className="size-16 shrink-0 overflow-hidden" aria-hidden="true">
        <Tiles slug={author.slug} columns={1} rows={1} />
      </div>
      <div>
        <p className="text-sm font-semibold text-soft">{label}</p>
        <p className="text-xl font-bold">
          <a
            href={paths.author(locale, author.slug)}
            className="inline-flex min-h-11 items-center underline decoration-2"
          >
            {author.name}
          </a>
        </p>
        {author.role && <p className="text-soft">{author.role[locale]}</p>}
        {author.bio && <p className="mt-3 max-w-prose">{author.bio[locale]}</p>}
      </div>
    </aside>
  );
}
