import type { Messages } from "#content/en/messages.ts";
import type { Opening } from "#lib/content/kinds/opening.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate, formatList } from "#lib/i18n/format.ts";
import { openingPlace } from "#lib/i18n/opening-place.ts";
import { paths } from "#lib/i18n/paths.ts";
import { CardTitle } from "./card-title.tsx";
import { Tiles } from "./tiles.tsx";

/** Each opening with what decides whether somebody reads on: where it is, how much, in which languages, until when. */
export function OpeningList({ openings, text }: { openings: readonly Opening[]; text: Messages["openings"] }) {
  return (
    <ul className="border-t-2 border-rule">
      {openings.map(({ locale, slug, title, summary, place, employment, languages, until }) => (
        <li
          key={slug}
          className="group relative grid grid-cols-[5rem_1fr] cramped:grid-cols-1 gap-x-6 gap-y-3 border-b border-hairline py-6 md:grid-cols-[8rem_1fr_16rem]"
        >
          <div className="aspect-square overflow-hidden cramped:w-20 md:row-span-2">
            <Tiles slug={slug} columns={2} rows={2} />
          </div>
          <div>
            <CardTitle level={2} className="text-2xl" href={paths.opening(locale, slug)}>
              {title}
            </CardTitle>
            <p className="mt-2 text-soft">{summary}</p>
          </div>
          <ul className="not-cramped:col-start-2 md:col-start-3">
            <li>{openingPlace(place, text)}</li>
            <li>{text.employment[employment]}</li>
            <li className="first-letter:uppercase">{formatList(languages, locale)}</li>
            <li className="mt-2 font-semibold">{fill(text.applyUntil, { date: formatDate(until, locale) })}</li>
          </ul>
        </li>
      ))}
    </ul>
  );
}
