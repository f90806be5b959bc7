import { type Locale, locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";

type LanguageSwitchProps = { locale: Locale; counterpart: string };

/** A link to the same page in the other language, named in that language. */
export function LanguageSwitch({ locale, counterpart }: LanguageSwitchProps) {
  const other = locales.find((candidate) => candidate !== locale) ?? locale;
  return (
    <a href={counterpart} hrefLang={other} lang={other} className="inline-flex min-h-11 items-center hover:underline">
      {getMessages(other).languageName}
    </a>
  );
}
