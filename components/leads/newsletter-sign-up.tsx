import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { AgreedSentence } from "./agreed-sentence.tsx";
import { DecoyField } from "./decoy-field.tsx";

type NewsletterSignUpProps = { locale: Locale; text: Pick<Messages, "newsletter" | "form"> };

/**
 * The newsletter's form inside a text: plain HTML, so that a page that is read needs no script. It posts to the
 * newsletter's own page, which explains mistakes. Labels wrap their controls, because a text may hold any id and two of these
 * forms.
 */
export function NewsletterSignUp({ locale, text: { newsletter, form } }: NewsletterSignUpProps) {
  return (
    <aside className="no-print my-8 border-t-8 border-emerald bg-quiet p-6 font-sans">
      <p className="wide text-xl leading-tight tracking-[-0.02em] text-balance">{newsletter.title}</p>
      <p className="mt-3 max-w-prose text-base">{newsletter.lead}</p>
      <form method="post" action={paths.newsletter(locale)} noValidate className="mt-4 grid gap-4 text-base">
        <input type="hidden" name="locale" value={locale} />
        <AgreedSentence sentence={newsletter.consent} />
        <label className="font-semibold">
          {form.labels.email}
          <input
            name="email"
            type="email"
            required
            autoComplete="email"
            spellCheck={false}
            className="mt-2 block min-h-12 w-full rounded-sm border-2 border-rule bg-page px-3 py-2 font-normal text-text hover:border-link"
          />
        </label>
        <label className="flex min-h-11 items-start gap-3">
          <input name="consent" type="checkbox" value="on" required className="checkbox shrink-0" />
          <span>{newsletter.consent}</span>
        </label>
        <DecoyField label={form.decoy} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <button type="submit" className="button bg-button text-on-button">
            {newsletter.submit}
          </button>
          <a href={paths.privacy(locale)} className="inline-flex min-h-11 items-center text-sm">
            {form.privacy}
          </a>
        </div>
      </form>
    </aside>
  );
}
