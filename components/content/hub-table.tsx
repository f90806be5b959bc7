import type { Messages } from "#content/en/messages.ts";
import type { Hub } from "#lib/content/kinds/hub.ts";
import { type HubColumn, hubColumns } from "#lib/content/kinds/hub-column.ts";
import { formatCount } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

type HubTableProps = { locale: Locale; text: Messages["hubs"]; hubs: Hub[]; sortedBy?: HubColumn };

/**
 * The hubs side by side. Each column's title leads to the table sorted by it, which is a page of its own: there that column
 * stands next to the names, where a phone shows it.
 */
export function HubTable({ locale, text, hubs, sortedBy }: HubTableProps) {
  const columns = hubColumns.toSorted((a, b) => rank(a, sortedBy) - rank(b, sortedBy));
  return (
    <>
      <figure aria-label={text.comparison} className="scroll-pl-40 overflow-x-auto" tabIndex={0}>
        <table className="w-full border-t-2 border-rule text-start">
          <caption className="sr-only">{text.comparison}</caption>
          <thead>
            <tr className="border-b-2 border-rule">
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={column === sortedBy ? order[column] : undefined}
                  className="bg-page pr-6 text-start align-bottom first:sticky first:left-0"
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
          <tbody>
            {hubs.map((hub) => (
              <tr key={hub.slug} className="border-b border-hairline">
                {columns.map((column) => (
                  <Cell key={column} locale={locale} text={text} hub={hub} column={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
      <p className="mt-4 max-w-prose text-sm text-soft">{text.tableNote}</p>
    </>
  );
}

function rank(column: HubColumn, sortedBy: HubColumn | undefined): number {
  if (column === "city") return 0;
  return column === sortedBy ? 1 : 2;
}

const order: Record<HubColumn, "ascending" | "descending"> = {
  city: "ascending",
  country: "ascending",
  population: "descending",
  universities: "descending",
  professionals: "descending",
};

function Cell({ locale, text, hub, column }: Pick<HubTableProps, "locale" | "text"> & { hub: Hub; column: HubColumn }) {
  if (column === "city") {
    return (
      <th scope="row" className="sticky left-0 bg-page py-2 pr-6 text-start whitespace-nowrap">
        <a href={paths.hub(locale, hub.slug)} className="inline-flex min-h-11 items-center hover:underline">
          {hub.title}
        </a>
      </th>
    );
  }
  if (column === "country") return <td className="py-2 pr-6 whitespace-nowrap">{hub.country}</td>;
  const figure = hub.figures[column];
  if (!figure) return <td className="py-2 pr-6 text-sm text-soft">{text.notCounted}</td>;
  return (
    <td className="py-2 pr-6">
      <span className="block font-semibold whitespace-nowrap tabular-nums">{formatCount(figure.value, locale)}</span>
      <span className="block min-w-36 text-sm text-soft">{figure.label}</span>
    </td>
  );
}
