import { locales } from "#lib/i18n/locales.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { formNames } from "#lib/leads/form/form-name.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { type Repeating, repeat } from "#lib/leads/repeat.ts";
import { sha256 } from "#lib/leads/sha256.ts";

const againMs = 5_000;

/** Keeps them once, and tries until then: the store may be away when the site starts, and the next release knows other sentences. */
export function startKeepingConsentSentences(
  desk: Pick<LeadDesk, "store" | "consent" | "report">,
  everyMs = againMs,
): Repeating {
  const keeping = repeat(
    everyMs,
    async () => {
      await keepConsentSentences(desk);
      // Not waited for: it waits for this round.
      void keeping.stop();
    },
    (cause) => desk.report("sentences of consent not kept", errorCode(cause)),
  );
  return keeping;
}

/** Keeps what the pages of this release ask visitors to agree to: a form that is open now may be sent to the next release. */
export async function keepConsentSentences({ store, consent }: Pick<LeadDesk, "store" | "consent">): Promise<void> {
  const sentences = formNames.flatMap((form) => locales.map((locale) => consent(form, locale)));
  await store.db
    .insertInto("consent_text")
    .values([...new Set(sentences)].map((sentence) => ({ hash: sha256(sentence), sentence })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
