import { Tiles } from "#components/content/tiles.tsx";
import { HeroSplit } from "#components/layout/hero-split.tsx";
import type { Messages } from "#content/en/messages.ts";
import { fill } from "#lib/i18n/fill.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";

type ReceivedProps = {
  text: Messages["received"];
  form: FormName;
  reference: string;
  isConfirmed: boolean;
  /** How soon somebody answers. */
  answered?: string;
  whatsapp?: { href: string; label: string };
  /** What the address ends in that was given, and should perhaps. */
  slip?: { typed: string; meant: string };
  /** The form. */
  again: string;
};

/** Thanks, beside a pattern that is the reference's alone. */
export function Received({ text, form, reference, isConfirmed, answered, whatsapp, slip, again }: ReceivedProps) {
  const promise = promiseOf(form, isConfirmed, text);
  return (
    <HeroSplit
      title={text.title}
      lead={text.stored[form]}
      step={undefined}
      below={
        <>
          <p data-received={form} className="mt-8 font-semibold">
            {text.reference}
          </p>
          <p className="wide mt-1 text-5xl tracking-wider tabular-nums">{reference}</p>
          <p className="mt-4 max-w-xl">{[answered, promise, text.keep].filter(Boolean).join(" ")}</p>
          {whatsapp && (
            <p className="mt-2">
              <a href={whatsapp.href} className="inline-flex min-h-11 items-center font-semibold underline">
                {whatsapp.label}
              </a>
            </p>
          )}
          {slip && (
            <p className="mt-6 max-w-xl border-l-4 border-current pl-4">
              {fill(text.slip, slip)}{" "}
              <a href={again} data-again className="inline-flex min-h-11 items-center font-semibold underline">
                {text.sendAgain}
              </a>
            </p>
          )}
        </>
      }
      cover={<Tiles slug={reference} columns={5} rows={5} />}
    />
  );
}

/** A sign-up without its mail is worth nothing, and the page may be opened again later: it says so whatever is known. */
function promiseOf(form: FormName, isConfirmed: boolean, text: Messages["received"]): string | undefined {
  if (form === "newsletter") return isConfirmed ? text.confirm : text.unconfirmed;
  return isConfirmed ? text.confirmation : undefined;
}
