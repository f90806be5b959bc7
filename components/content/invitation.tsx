import type { Messages } from "#content/en/messages.ts";
import type { FirstStep } from "#lib/pages/first-step.ts";

export function Invitation({ text, step }: { text: Messages["invitation"]; step: FirstStep }) {
  return (
    <aside className="no-print on-gold my-8 bg-gold p-6 font-sans text-ink">
      <p className="wide text-xl leading-tight tracking-[-0.02em] text-balance">{text.title}</p>
      <p className="mt-3 max-w-prose text-base">{text.text}</p>
      <a href={step.href} className="button mt-4 bg-ink text-white wrap-anywhere">
        {step.label}
      </a>
    </aside>
  );
}
