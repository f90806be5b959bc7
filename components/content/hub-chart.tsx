import type { Hub } from "#lib/content/kinds/hub.ts";
import { formatCount } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";

/** A bar for the technology professionals of each hub that has the figure, in the order given. */
export function HubChart({ locale, hubs }: { locale: Locale; hubs: Hub[] }) {
  const rows = hubs.flatMap(({ slug, title, country, figures: { professionals } }) =>
    professionals
      ? [{ slug, value: professionals.value, name: professionals.scope === "country" ? country : title }]
      : [],
  );
  const largest = Math.max(...rows.map(({ value }) => value));
  return (
    <dl className="grid gap-y-4 border-t-2 border-rule pt-5">
      {rows.map(({ slug, name, value }) => (
        <div key={slug} className="grid grid-cols-[1fr_auto] items-center gap-x-4 sm:grid-cols-[7rem_1fr_5rem]">
          <dt className="font-semibold">{name}</dt>
          <dd className="text-end tabular-nums sm:order-3">{formatCount(value, locale)}</dd>
          <dd className="col-span-2 sm:order-2 sm:col-span-1" aria-hidden="true">
            <svg
              aria-hidden="true"
              viewBox="0 0 1000 10"
              preserveAspectRatio="none"
              className="block h-7 w-full bg-quiet"
            >
              <rect width={Math.max(1, Math.round((value / largest) * 1000))} height="10" className="fill-link" />
            </svg>
          </dd>
        </div>
      ))}
    </dl>
  );
}
