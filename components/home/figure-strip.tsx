import type { Messages } from "#content/en/messages.ts";
import type { Home } from "#lib/content/kinds/home.ts";
import { fill } from "#lib/i18n/fill.ts";
import { formatDate } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locales.ts";

type FigureStripProps = { locale: Locale; text: Messages["home"]; figures: Home["figures"] };

export function FigureStrip({ locale, text, figures }: FigureStripProps) {
  if (figures.length === 0) return null;
  return (
    <div className="on-ink bg-ink text-mist">
      <dl className="wrap grid grid-cols-1 divide-hairline/40 md:grid-flow-col md:auto-cols-fr md:divide-x">
        {figures.map((figure) => (
          <div key={figure.label[locale]} className="flex flex-col py-5 pr-5 md:not-first:pl-6">
            <dt className="order-2 mt-1 text-sm">{figure.label[locale]}</dt>
            <dd className="wide order-1 text-3xl text-gold tabular-nums tracking-[-0.03em]">{figure.value[locale]}</dd>
            <dd className="order-3 mt-2 text-xs">
              <Source locale={locale} text={text} figure={figure} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Source({ locale, text, figure }: Omit<FigureStripProps, "figures"> & { figure: Home["figures"][number] }) {
  const source = figure.source[locale];
  const date = figure.date ? formatDate(figure.date, locale) : (figure.when?.[locale] ?? "");
  const said = fill(text.source, { source, date });
  if (!figure.link) return said;
  return (
    <a href={figure.link} className="inline-flex min-h-6 items-center underline">
      {said}
    </a>
  );
}
