import { locales } from "#lib/i18n/locales.ts";
import { formNames } from "#lib/leads/form/form-name.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { sha256 } from "#lib/leads/sha256.ts";

/** Keeps what the pages of this release ask visitors to agree to: a form that is open now may be sent to the next release. */
export async function keepConsentSentences({ store, consent }: Pick<LeadDesk, "store" | "consent">): Promise<void> {
  const sentences = formNames.flatMap((form) => locales.map((locale) => consent(form, locale)));
  await store.db
    .insertInto("consent_text")
    .values([...new Set(sentences)].map((sentence) => ({ hash: sha256(sentence), sentence })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
