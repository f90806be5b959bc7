import type { Messages } from "#content/en/messages.ts";

type ReceivedProps = { text: Messages["received"]; stored: string; reference?: string };

export function Received({ text, stored, reference }: ReceivedProps) {
  return (
    <div className="wrap pt-10 pb-8 md:pt-16">
      <h1 className="display text-5xl lg:text-6xl">{text.title}</h1>
      <p className="mt-5 text-lg">{stored}</p>
      {reference && (
        <>
          <p className="mt-8 font-semibold">{text.reference}</p>
          <p className="wide mt-1 text-5xl tracking-wider tabular-nums">{reference}</p>
          <p className="mt-4 max-w-xl">{text.keep}</p>
        </>
      )}
    </div>
  );
}
