import type { FirstStep } from "#lib/pages/first-step.ts";

export function FirstStepButton({ step }: { step: FirstStep }) {
  return (
    <p className="no-print mt-7">
      <a href={step.href} className="button bg-button text-on-button wrap-anywhere">
        {step.label}
      </a>
    </p>
  );
}
