import type { MailText } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";

type CallChoiceProps = {
  text: MailText["call"];
  /** By whose clock the times are. */
  place: string;
  /** Nobody has said that they are there. */
  isGuess: boolean;
  offered: { path: string; times: { day: string; clocks: string[] } }[];
  /** Where another zone can be chosen. */
  page: string;
};

/** Three times for a call, a button each: a post without script asks for it. */
export function CallChoice({ text, place, isGuess, offered, page }: CallChoiceProps) {
  return (
    <>
      <p className="max-w-measure">{text.request}</p>
      {isGuess && <p className="mt-3 max-w-measure">{fill(text.guess, { place })}</p>}
      {offered.length === 0 && <p className="mt-3 max-w-measure">{fill(text.none, { place }).replace(/:$/, ".")}</p>}
      <ul className="mt-6 grid grid-cols-1 gap-4 xl:grid-cols-3">
        {offered.map(({ path, times: { day, clocks } }) => (
          <li key={path}>
            <form method="post" action={path} className="h-full">
              <button
                type="submit"
                className="flex h-full w-full flex-col border-2 border-rule px-4 py-3 text-start hover:bg-gold hover:text-ink"
              >
                <span className="font-semibold">{day}</span>
                {clocks.map((clock) => (
                  <span key={clock} className="tabular-nums">
                    {clock}
                  </span>
                ))}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <a href={page} className="inline-flex min-h-11 items-center text-link underline">
          {text.elsewhere}
        </a>
      </p>
      <p className="mt-1 max-w-measure text-sm text-soft">{text.holidays}</p>
    </>
  );
}
