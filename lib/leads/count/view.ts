import type { Locale } from "#lib/i18n/locales.ts";

/** That a page was looked at, and nothing of who did. */
export type View = {
  /** One of the site's pages: there are no more of them than the site has. */
  path: string;
  locale: Locale;
  /** As `leadSource` names it; `insideSource` from a page of ours, and empty where nobody said. */
  source: string;
  /** As `leadCampaign` names it; empty outside of one. */
  campaign: string;
  /** Of a page with a form: the page of ours that it was opened from, where it was. */
  openedFrom: string;
  /** A browser fetched it before anybody clicked: nobody knows whether it was looked at. */
  isAhead: boolean;
};

/** The source of a view that a page of ours led to. */
export const insideSource = "inside";
