import type { Messages } from "#content/en/messages.ts";

export function NoOpening({ text }: { text: Messages["openings"] }) {
  return (
    <div className="mt-8 max-w-2xl border-l-4 border-gold pl-5">
      <p className="wide text-xl leading-tight tracking-[-0.02em]">{text.none}</p>
      <p className="mt-2">{text.noneText}</p>
    </div>
  );
}
