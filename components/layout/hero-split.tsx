import type { ReactNode } from "react";
import { FirstStepButton } from "#components/content/first-step-button.tsx";
import type { FirstStep } from "#lib/pages/first-step.ts";

type HeroSplitProps = {
  title: string;
  lead?: string;
  /** Who has just sent a form is led to none. */
  step: FirstStep | undefined;
  above?: ReactNode;
  below?: ReactNode;
  cover: ReactNode;
  caption?: string;
};

/** The head of an article or a service: its words beside its picture, and before it on a phone. */
export function HeroSplit({ title, lead, step, above, below, cover, caption }: HeroSplitProps) {
  const Framed = caption ? "figure" : "div";
  return (
    <div className="wrap">
      <div className="grid items-center gap-x-16 border-b-2 border-rule md:grid-cols-[minmax(0,8fr)_minmax(0,5fr)] print:block">
        <div className="min-w-0 py-8 md:py-12 print:py-4">
          {above}
          <h1 className="display mt-3 text-title hyphens-auto sm:text-5xl lg:text-6xl lg:hyphens-manual">{title}</h1>
          {lead && <p className="mt-5 max-w-xl text-lg">{lead}</p>}
          {below}
          {step && <FirstStepButton step={step} />}
        </div>
        <Framed className="no-print -mx-(--gutter) flex flex-col self-stretch md:mx-0">
          <div className="aspect-[2/1] grow overflow-hidden md:aspect-square">{cover}</div>
          {caption && (
            <figcaption className="px-(--gutter) py-2 text-sm text-soft md:px-0 md:py-3">{caption}</figcaption>
          )}
        </Framed>
      </div>
    </div>
  );
}
