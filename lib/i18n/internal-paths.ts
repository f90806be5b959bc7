import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "./locales.ts";

/** Where a page is made that is shown under another address. None of these leads anywhere by itself. */
export const internalPaths = {
  /** The home page by the clocks of a day, as `clocksAt` names them. */
  homeAt: (home: string, clocks: string) => `${home}/at/${clocks}` as const,
  /** The inquiry with its service chosen. */
  inquiryFor: (inquiry: string, service: string) => `${inquiry}/for/${service}` as const,
  /** A form with what was typed: it takes its state from `postedForm`. */
  redisplay: (form: string) => `${form}/redisplay` as const,
  /** The words of a page as Markdown, shown at its address and `.md`: no folder of Next's can be named after that. */
  markdown: (page: string) => `${page}/markdown` as const,
  errors: (locale: Locale) => `/${locale}/error` as const,
  /** What is not here, with pages that may have been meant: it takes them from `nearPagesAsked`. */
  near: (locale: Locale) => `${internalPaths.errors(locale)}/near` as const,
  error: (locale: Locale, kind: ErrorPage) => `${internalPaths.errors(locale)}/${kind}` as const,
};

export type ErrorPage = keyof Messages["trouble"];
