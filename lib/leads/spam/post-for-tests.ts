import type { Locale } from "#lib/i18n/locales.ts";
import type { PostSignals } from "./spam-score.ts";

/** What somebody sent, and how. */
export type PostForTests = {
  what: string;
  locale: Locale;
  name?: string;
  email?: string;
  company?: string;
  message: string;
  /** By whoever takes half a minute in a browser, but for what stands here. */
  by?: Partial<PostSignals>;
};

/** A post made by a program that never asked for a token, or by a browser without script. */
export const noToken = { seconds: null } satisfies Partial<PostSignals>;
