import { join } from "node:path";
import { findArticle } from "#lib/content/kinds/article.ts";
import { readOpenings } from "#lib/content/kinds/opening.ts";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import type { Env } from "#lib/env.ts";
import { locales } from "#lib/i18n/locales.ts";
import { keptSecret } from "#lib/kept-secret.ts";
import { consentSentence } from "#lib/leads/consent-sentence.ts";
import { openSpool } from "#lib/leads/intake/spool.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { serviceTitle, serviceValues } from "#lib/leads/service-options.ts";
import { openStoreOrLater } from "#lib/leads/store/open-store-or-later.ts";
import { openSightings } from "#lib/leads/store/sightings.ts";
import { logLine } from "#lib/log-line.ts";
import { readPitchModel } from "#lib/pitches/release-pitches.ts";
import { storeDesk } from "#lib/store-desk.ts";

/** The lead desk with the real store, clock and content. Opens the database and brings its tables up to date. */
export async function openDesk(env: Env): Promise<LeadDesk> {
  const desk = storeDesk(
    env,
    await openStoreOrLater(env, (event, reason) => logLine("error", event, { reason: `${reason}` })),
  );
  return {
    ...desk,
    sightings: openSightings(desk),
    spool: openSpool(env.dataDir, desk.report),
    secret: env.formSecret ?? keptSecret(join(env.dataDir, "form-secret")),
    services: serviceValues(),
    serviceTitle,
    articleTitle: (slug, locale) => findArticle(locale, slug)?.title,
    openingTitle: (slug, locale) =>
      [locale, ...locales]
        .flatMap((each) => readOpenings(contentRoot, each).entries)
        .find((opening) => opening.slug === slug)?.title,
    pitchModel: readPitchModel(),
    consent: consentSentence,
  };
}
