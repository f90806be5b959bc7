import type { Locale } from "#lib/i18n/locales.ts";
import type { Attribution } from "#lib/leads/attribution/attribution.ts";
import type { LeadFields } from "#lib/leads/form/check-form.ts";
import type { SpamScore } from "#lib/leads/spam/spam-score.ts";
import type { LeadRow } from "./lead-database.ts";
import { firstRef } from "./lead-ref.ts";

/** A lead, read for people: lists, exports. Of one that was erased, little is left. */
type StoredLead = Pick<LeadRow, "ref" | "form" | "locale" | "page" | "status"> & {
  receivedAt: string;
  erasedAt: string | undefined;
  /** The reference of the lead that this one amends. */
  amends: string | undefined;
  /** A confirmation was queued for its sender. */
  hasReceipt: boolean;
  spam: SpamScore;
  fields: Partial<LeadFields>;
  /** Set when the telephone number could be understood. */
  phoneE164: string | undefined;
  /** What the service, the article of a reply or the opening was called when the visitor wrote. */
  titles: Record<Locale, string> | undefined;
  attribution: Attribution;
  /** What they asked for last; in whose zone, where that is known. */
  call: { at: string; zone: string | undefined; asked: number } | undefined;
};

/** A lead with everything that was said, as mails are made of it. */
export type LeadRecord = StoredLead & { fields: LeadFields };

/** Throws when the lead was erased: nobody is told of it any more. */
export function leadRecord(row: LeadRow): LeadRecord {
  if (row.status === "erased") throw new Error(`${row.ref} was erased`);
  return { ...storedLead(row), fields: JSON.parse(row.payload) };
}

export function storedLead(row: LeadRow): StoredLead {
  const { ref, form, locale, page, status } = row;
  return {
    ref,
    form,
    locale,
    page,
    status,
    receivedAt: row.created_at,
    erasedAt: row.erased_at ?? undefined,
    amends: row.amends === null ? undefined : firstRef(ref),
    hasReceipt: row.receipt_at !== null,
    spam: { score: row.spam_score, reasons: JSON.parse(row.spam_reasons) },
    fields: JSON.parse(row.payload),
    phoneE164: row.phone_e164 ?? undefined,
    titles: row.service_titles ? JSON.parse(row.service_titles) : undefined,
    attribution: JSON.parse(row.attribution),
    call: row.call_at === null ? undefined : { at: row.call_at, zone: row.call_zone ?? undefined, asked: row.calls },
  };
}
