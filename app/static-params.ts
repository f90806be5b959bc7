import { type Locale, locales } from "#lib/i18n/locales.ts";

/**
 * What `generateStaticParams` returns for a route below `[locale]`: the whole params of each of its pages. Where it returns
 * only what follows the language, Next builds no page of the route as soon as one language has none.
 */
export function staticParams<Params>(paramsOf: (locale: Locale) => Params[]) {
  return locales.flatMap((locale) => paramsOf(locale).map((params) => ({ ...params, locale })));
}
