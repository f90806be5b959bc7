import { getSite } from "#lib/content/settings/site.ts";
import { readPublicEnv } from "#lib/env.ts";
import { thisMonth } from "#lib/hours/this-month.ts";
import { defaultLocale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

export const dynamic = "force-static";

const day = 24 * 60 * 60_000;

/** RFC 9116, which asks for less than a year: a site that is not built again for that long is not looked after. */
export function GET() {
  const { siteUrl: site } = readPublicEnv();
  const { security, email } = getSite();
  const mailbox = security?.email ?? email;
  const lines = [
    `Contact: ${mailbox ? `mailto:${mailbox}` : site + paths.contact(defaultLocale)}`,
    `Expires: ${new Date(thisMonth() + 360 * day).toISOString()}`,
    `Preferred-Languages: ${locales.join(", ")}`,
    `Canonical: ${site}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
