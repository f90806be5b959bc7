import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { otherLocale } from "#lib/i18n/other-locale.ts";

type LanguageSwitchProps = { locale: Locale; counterpart: string };

/** A link to the same page in the other language, named in that language. */
export function LanguageSwitch({ locale, counterpart }: LanguageSwitchProps) {
  const other = otherLocale(locale);
  return (
    <a href={counterpart} hrefLang={other} lang={other} className="inline-flex min-h-11 items-center hover:underline">
      {getMessages(other).languageName}
    </a>
  );
}
