import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocales } from "#lib/i18n/other-locales.ts";

type LanguageSwitchProps = { locale: Locale; alternates: Record<Locale, string> };

/** Links to the same page in other languages, each named in its own. */
export function LanguageSwitch({ locale, alternates }: LanguageSwitchProps) {
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
