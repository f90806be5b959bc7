import type { Author } from "#lib/content/kinds/author.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { FindPicture } from "#lib/pictures/built-picture.ts";
import { Cover } from "./cover.tsx";

type AuthorCardsProps = { authors: Author[]; locale: Locale; label: string; findPicture: FindPicture };

/** Who wrote an article; nothing where it does not say. */
export function AuthorCards({ authors, locale, label, findPicture }: AuthorCardsProps) {
  if (authors.length === 0) return null;
  return (
    <aside className="mt-14 border-t-2 border-rule pt-6">
      <p className="text-sm font-semibold text-soft">{label}</p>
      <ul className="mt-3 grid gap-8">
        {authors.map((author) => (
          <li key={author.slug} className="flex gap-5 cramped:flex-col">
            <div className="size-16 shrink-0 overflow-hidden sm:size-20" aria-hidden="true">
              <Cover
                of={{ slug: author.slug, image: author.portrait, imageFocus: author.portraitfocus }}
                findPicture={findPicture}
                columns={1}
                rows={1}
                sizes="5rem"
              />
            </div>
            <div className="min-w-0 wrap-break-word">
              <p className="text-xl font-bold">
                <a
                  href={paths.author(locale, author.slug)}
                  className="-mt-2 inline-flex min-h-11 items-center underline decoration-2"
                >
                  {author.name}
                </a>
              </p>
              {author.role && <p className="text-soft">{author.role[locale]}</p>}
              {author.bio && <p className="mt-3 max-w-prose">{author.bio[locale]}</p>}
            </div>
          </li>
        ))}
      </ul>
    </aside>
  );
}
