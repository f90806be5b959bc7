import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocales } from "#lib/i18n/other-locales.ts";

/** Links to the same page in other languages, each named in its own. */
export function LanguageSwitch({ locale, alternates }: { locale: Locale; alternates: Record<Locale, string> }) {
  return otherLocales(locale).map((other) => (
    <a
      key={other}
      href={alternates[other]}
      hrefLang={other}
      lang={other}
      className="inline-flex min-h-11 items-center hover:underline"
    >
      {getMessages(other).languageName}
    </a>
  ));
}
