import type { ReactNode } from "react";
import { FirstStepButton } from "#components/content/first-step-button.tsx";
import type { FirstStep } from "#lib/pages/first-step.ts";

type PageHeaderProps = {
  title: string;
  lead?: string;
  /** A page that is a form, or shows the button itself, says that it has none here. */
  step: FirstStep | undefined;
  above?: ReactNode;
  below?: ReactNode;
};

export function PageHeader({ title, lead, step, above, below }: PageHeaderProps) {
  return (
    <div className="wrap pt-10 pb-8 md:pt-16">
      {above}
      <h1 className="display max-w-4xl text-title sm:text-5xl lg:text-6xl">{title}</h1>
      {lead && <p className="mt-5 max-w-2xl text-lg">{lead}</p>}
      {below}
      {step && <FirstStepButton step={step} />}
    </div>
  );
}
