import { plainLetters } from "#lib/letters/plain-letters.ts";
import { domainOf, hostsIn } from "./hosts-in.ts";

/** Where people have a page of their own, or meet. */
const ofEverybody = [
  "calendly.com",
  "facebook.com",
  "github.com",
  "gitlab.com",
  "google.com",
  "instagram.com",
  "linkedin.com",
  "microsoft.com",
  "twitter.com",
  "x.com",
  "youtube.com",
  "zoom.us",
];

type Own = { email: string; company: string; siteUrl: string };

/** The domains that a text names, as often as it does, but for those of its sender, of this site, and of services that everybody uses. */
export function foreignHosts(text: string, { email, company, siteUrl }: Own): string[] {
  const own = [domainOf(email.split("@").at(-1) ?? ""), domainOf(new URL(siteUrl).hostname), ...hostsIn(company)];
  const companyName = letters(company);
  return hostsIn(text).filter((domain) => {
    const name = letters(domain.split(".")[0] ?? "");
    const isNamed =
      name.length > 2 && companyName.length > 2 && (companyName.includes(name) || name.includes(companyName));
    return !own.includes(domain) && !ofEverybody.includes(domain) && !isNamed;
  });
}

/** "Acme Robótica, S.A.S." and acmerobotica.com.co. */
function letters(text: string): string {
  return plainLetters(text).replace(/[^\p{L}\p{N}]/gu, "");
}
