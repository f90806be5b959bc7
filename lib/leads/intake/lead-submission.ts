import type { Locale } from "#lib/i18n/locales.ts";
import type { Attribution } from "#lib/leads/attribution/attribution.ts";
import type { LeadFields } from "#lib/leads/form/check-form.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import type { FormValues } from "#lib/leads/form/form-values.ts";
import type { PostSignals } from "#lib/leads/spam/spam-score.ts";

export type LeadSubmission = {
  form: FormName;
  locale: Locale;
  values: FormValues;
  /** Made once for each form that was shown, so that sending it twice is recognised. */
  key?: string | undefined;
  /** Version of the sentence of consent that the form showed. */
  agreed?: string | undefined;
  /** Path of the page. */
  page: string;
  signals: PostSignals;
  /** As it was posted. */
  token?: string | undefined;
  /** Stands for the sender's network on this day; null while that is not known. */
  senderCode: string | null;
  /** Stood for it on the day before. */
  earlierSenderCode?: string | null;
  /** Missing in what an earlier release left in the spool. */
  attribution?: Attribution;
  /** Ours, to see that it arrives: goes to the team like any other, and to nobody else. */
  isProof?: boolean;
};

/** What was posted, cleaned and checked, and when. */
export type TakenLead = { submission: LeadSubmission; fields: LeadFields; at: string };
