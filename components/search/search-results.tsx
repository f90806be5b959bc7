import { CardTitle } from "#components/content/card-title.tsx";
import { Tiles } from "#components/content/tiles.tsx";
import type { Messages } from "#content/en/messages.ts";
import type { Piece } from "#lib/search/excerpt.ts";
import type { FoundPage } from "#lib/search/search-pages.ts";

export function SearchResults({ text, pages }: { text: Messages["search"]; pages: FoundPage[] }) {
  return (
    <ol className="mt-8 border-t-2 border-rule">
      {pages.map(({ kind, address, title, excerpt }) => (
        <li key={address} className="group relative flex gap-4 border-b border-hairline py-6">
          <div className="hidden size-16 shrink-0 overflow-hidden sm:block">
            <Tiles slug={address.split("/").at(-1) ?? ""} columns={2} rows={2} />
          </div>
          <div className="min-w-0">
            <p className="text-sm font-semibold">{text.kinds[kind]}</p>
            <CardTitle className="mt-1 text-xl" href={address}>
              <Marked pieces={title} />
            </CardTitle>
            <p className="mt-2 max-w-prose">
              <Marked pieces={excerpt} />
            </p>
            <p className="mt-2 text-sm wrap-anywhere text-soft">{address}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ at, text, isHit }) => (isHit ? <mark key={at}>{text}</mark> : text));
}
