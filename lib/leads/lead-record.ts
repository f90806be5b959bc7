import type { Selectable } from "kysely";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Attribution } from "./attribution.ts";
import type { LeadFields } from "./check-form.ts";
import type { LeadTable } from "./lead-database.ts";
import { firstRef } from "./lead-ref.ts";
import type { SpamScore } from "./spam-score.ts";

/** A stored lead, read for people: mails, lists, exports. */
export type LeadRecord = Pick<Selectable<LeadTable>, "ref" | "form" | "locale" | "page" | "status"> & {
  receivedAt: string;
  /** The reference of the lead that this one amends. */
  amends: string | undefined;
  spam: SpamScore;
  fields: LeadFields;
  /** Set when the telephone number could be understood. */
  phoneE164: string | undefined;
  /** What the service was called when the visitor chose it. */
  serviceTitles: Record<Locale, string> | undefined;
  attribution: Attribution;
};

export function leadRecord(row: Selectable<LeadTable>): LeadRecord {
  const { ref, form, locale, page, status } = row;
  return {
    ref,
    form,
    locale,
    page,
    status,
    receivedAt: row.created_at,
    amends: row.amends === null ? undefined : firstRef(ref),
    spam: { score: row.spam_score, reasons: JSON.parse(row.spam_reasons) },
    fields: JSON.parse(row.payload),
    phoneE164: row.phone_e164 ?? undefined,
    serviceTitles: row.service_titles ? JSON.parse(row.service_titles) : undefined,
    attribution: JSON.parse(row.attribution),
  };
}
