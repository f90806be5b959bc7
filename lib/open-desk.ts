import { getServices } from "#lib/content/services.ts";
import type { Env } from "#lib/env.ts";
import { defaultLocale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { formSecret } from "#lib/leads/form-secret.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { openLeadStore } from "#lib/leads/lead-store.ts";

// A date: of the sentences under `form.consent` in content/*/messages.ts. Change both together.
const consentVersion = "2026-11-21";

/** The lead desk with the real store, clock and content. Opens the database and brings its tables up to date. */
export async function openDesk(env: Env): Promise<LeadDesk> {
  return {
    store: await openLeadStore(env),
    recipients: env.leadsTo,
    fallback: env.leadsFallbackTo,
    alarmTo: env.alarmTo,
    sender: env.mailFrom?.address,
    siteUrl: env.siteUrl,
    secret: env.formSecret ?? formSecret(env.dataDir),
    rateLimit: env.rateLimit,
    services: getServices(defaultLocale).map(({ slug }) => slug),
    serviceTitle: (slug, locale) => getServices(locale).find((service) => service.slug === slug)?.title ?? slug,
    consent: (_form, locale) => ({ version: consentVersion, sentence: getMessages(locale).form.consent }),
    now: () => new Date(),
    report: (problem, cause) => console.error(problem, cause),
  };
}
