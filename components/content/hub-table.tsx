import type { Messages } from "#content/en/messages.ts";
import type { Hub } from "#lib/content/kinds/hub.ts";
import { type HubColumn, hubColumns } from "#lib/content/kinds/hub-column.ts";
import { hubsByCountry } from "#lib/content/kinds/hubs-by-country.ts";
import { formatCount } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

type HubTableProps = { locale: Locale; text: Messages["hubs"]; hubs: Hub[]; sortedBy?: HubColumn };

/**
 * A country a row, with its cities: the figures that sources give count countries. Each column's title leads to the table
 * sorted by it, which is a page of its own. On a phone a row is a block, and its figures stand below each other with what
 * they count, so nothing has to be scrolled to.
 */
export function HubTable({ locale, text, hubs, sortedBy }: HubTableProps) {
  return (
    <>
      <table className="block w-full border-t-2 border-rule text-start md:table">
        <caption className="sr-only">{text.comparison}</caption>
        <thead className="block md:table-header-group">
          <tr className="flex flex-wrap gap-x-5 border-b-2 border-rule md:table-row">
            {hubColumns.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={column === sortedBy ? order[column] : undefined}
                className="text-start align-bottom md:pr-6 md:last:pr-0"
              >
                <a
                  href={paths.hubsBy(locale, column)}
                  className="inline-flex min-h-11 items-center gap-1 py-2 text-link underline decoration-2"
                >
                  {text.columns[column]}
                  {column === sortedBy && <span aria-hidden="true">{order[column] === "ascending" ? "↑" : "↓"}</span>}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {hubsByCountry(hubs).map(({ country, hubs }) => (
            <tr key={country} className="block border-b border-hairline py-4 md:table-row">
              {hubColumns.map((column) => (
                <Cell key={column} locale={locale} text={text} country={country} hubs={hubs} column={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-4 max-w-prose text-sm text-soft">{text.tableNote}</p>
    </>
  );
}

const order: Record<HubColumn, "ascending" | "descending"> = {
  country: "ascending",
  city: "ascending",
  population: "descending",
  universities: "descending",
  professionals: "descending",
};

type CellProps = Pick<HubTableProps, "locale" | "text" | "hubs"> & { country: string; column: HubColumn };

function Cell({ locale, text, country, hubs, column }: CellProps) {
  if (column === "country") {
    return (
      <th scope="row" className="block pb-1 text-start align-top md:table-cell md:py-4 md:pr-6">
        <span className="text-xl">{country}</span>
        {hubs.some(isOurs) && (
          <span className="mt-1 flex items-center gap-2 text-sm font-semibold before:size-3.5 before:shrink-0 before:bg-gold">
            {text.ours}
          </span>
        )}
      </th>
    );
  }
  if (column === "city") {
    return (
      <td className="block align-top md:table-cell md:py-2 md:pr-6">
        <ul className="flex flex-wrap gap-x-5 md:block">
          {hubs.map(({ slug, title }) => (
            <li key={slug}>
              <a href={paths.hub(locale, slug)} className="inline-flex min-h-11 items-center text-link underline">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </td>
    );
  }
  const figures = new Map(hubs.flatMap(({ figures }) => figures[column] ?? []).map((figure) => [figure.label, figure]));
  return (
    <td className="block py-1 align-top md:table-cell md:py-4 md:pr-6 md:last:pr-0">
      {figures.size === 0 && <span className="text-sm text-soft">{text.notCounted}</span>}
      {Array.from(figures.values(), ({ value, label }) => (
        <span key={label} className="block">
          <span className="font-semibold tabular-nums not-cramped:whitespace-nowrap md:block">
            {formatCount(value, locale)}
          </span>{" "}
          <span className="text-sm text-soft md:block">{label}</span>
        </span>
      ))}
    </td>
  );
}

/** No country but Colombia keeps this clock. */
function isOurs({ timeZone }: Hub): boolean {
  return timeZone === "America/Bogota";
}
