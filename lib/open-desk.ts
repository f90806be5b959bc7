import { findArticle } from "#lib/content/kinds/article.ts";
import { getRouting, type RoutingRule } from "#lib/content/kinds/routing.ts";
import { getSite } from "#lib/content/settings/site.ts";
import { type Env, EnvError } from "#lib/env.ts";
import { defaultLocale, type Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import type { FormName } from "#lib/leads/form/form-name.ts";
import { formSecret } from "#lib/leads/intake/form-secret.ts";
import { openSpool } from "#lib/leads/intake/spool.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { serviceOptions } from "#lib/leads/service-options.ts";
import { openLeadStore } from "#lib/leads/store/lead-store.ts";
import { openSightings } from "#lib/leads/store/sightings.ts";

// Dates: of the sentences under `form.consent`, `newsletter.consent` and `replies.consent` in content/*/messages.ts. Change both together.
const consentVersions = { contact: "2026-11-21", inquiry: "2026-11-21", newsletter: "2026-11-22", reply: "2026-11-22" };

/** The lead desk with the real store, clock and content. Opens the database and brings its tables up to date. */
export async function openDesk(env: Env): Promise<LeadDesk> {
  const store = await openLeadStore(env);
  const now = () => new Date();
  return {
    store,
    sightings: openSightings({ store, now }),
    spool: openSpool(env.dataDir, report),
    recipients: env.leadsTo,
    routing: routingFor(env),
    hasWebhook: env.webhook !== undefined,
    countsConversions: env.plausibleUrl !== undefined,
    fallback: env.leadsFallbackTo,
    alarmTo: env.alarmTo,
    sender: env.mailFrom?.address,
    // A visitor who gets a receipt gets it from that address too.
    writeTo: getSite().email ?? env.mailFrom?.address,
    answersTo: getSite().email ?? env.leadsTo[0],
    siteUrl: env.siteUrl,
    secret: env.formSecret ?? formSecret(env.dataDir),
    rateLimit: env.rateLimit,
    dailyProof: env.dailyProof,
    services: serviceOptions(defaultLocale).map(({ value }) => value),
    serviceTitle: (slug, locale) => serviceOptions(locale).find(({ value }) => value === slug)?.label ?? slug,
    articleTitle: (slug, locale) => findArticle(locale, slug)?.title,
    consent: (form, locale) => ({ version: consentVersions[form], sentence: consentSentence(form, locale) }),
    now,
    report,
  };
}

/** Throws an EnvError when leads that fit no rule would go to nobody. */
export function routingFor({ smtp, leadsTo }: Pick<Env, "smtp" | "leadsTo">): RoutingRule[] {
  const rules = getRouting();
  if (rules.length > 0 && leadsTo.length === 0 && smtp) {
    throw new EnvError("LEADS_TO is needed: content/routing.yaml has rules, and leads that fit none go there.");
  }
  return rules;
}

function consentSentence(form: FormName, locale: Locale): string {
  const { form: both, newsletter, replies } = getMessages(locale);
  return { contact: both, inquiry: both, newsletter, reply: replies }[form].consent;
}

function report(problem: string, cause: unknown) {
  console.error(problem, cause);
}
