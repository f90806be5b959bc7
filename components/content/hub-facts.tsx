import type { Messages } from "#content/en/messages.ts";
import type { Hub } from "#lib/content/kinds/hub.ts";
import { clockInWords } from "#lib/hours/clock-in-words.ts";
import { formatCount } from "#lib/i18n/format.ts";

type HubFactsProps = { text: Messages["hubs"]; clock: Messages["clock"]; hub: Hub; year: number };

/** Country, clock and what the city is known for. */
export function HubFacts({ text, clock, hub, year }: HubFactsProps) {
  return (
    <dl className="border-t-2 border-rule">
      <Fact label={text.columns.country}>{hub.country}</Fact>
      <Fact label={text.timeZone}>{clockInWords(hub.timeZone, year, hub.locale, clock)}</Fact>
      {hub.knownFor.length > 0 && (
        <Fact label={text.knownFor}>
          <ul className="grid gap-1">
            {hub.knownFor.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-hairline py-3 sm:grid-cols-[12rem_1fr]">
      <dt className="font-semibold">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The figures of a hub, each with its source, and whether it counts more than the city. */
export function HubFigures({ text, sourceLabel, hub }: { text: Messages["hubs"]; sourceLabel: string; hub: Hub }) {
  return (
    <dl className="grid border-y-2 border-rule sm:grid-cols-3 sm:divide-x sm:divide-hairline">
      {Object.entries(hub.figures).map(([key, figure]) => (
        <div key={key} className="flex flex-col py-5 sm:px-4 sm:first:pl-0 sm:last:pr-0">
          <dt className="order-2 mt-1 text-sm">
            {figure.label}
            {figure.scope === "country" && <span className="block text-soft">{text.wholeCountry}</span>}
          </dt>
          <dd className="wide order-1 text-figure leading-tight tabular-nums tracking-[-0.03em]">
            {formatCount(figure.value, hub.locale)}
          </dd>
          <dd className="order-3 mt-2 text-xs text-soft">
            {sourceLabel}: {figure.source}
          </dd>
        </div>
      ))}
    </dl>
  );
}
