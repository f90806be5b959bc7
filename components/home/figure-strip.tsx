import type { Messages } from "#content/en/messages.ts";
import { fill } from "#lib/i18n/fill.ts";

type FigureStripProps = { text: Messages["home"] };

export function FigureStrip({ text }: FigureStripProps) {
  return (
    <div className="bg-ink text-mist">
      <dl className="wrap grid grid-cols-1 divide-hairline/40 min-[34rem]:grid-cols-2 lg:grid-cols-4 lg:divide-x">
        {text.figures.map((figure) => (
          <div key={figure.value} className="flex flex-col py-5 pr-5 lg:not-first:pl-6">
            <dt className="order-2 mt-1 text-sm">{figure.label}</dt>
            <dd className="wide order-1 text-3xl text-gold tabular-nums tracking-[-0.03em]">{figure.value}</dd>
            <dd className="order-3 mt-2 text-xs">{fill(text.source, figure)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
