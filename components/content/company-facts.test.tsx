import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getSite, type Site } from "#lib/content/settings/site.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { locales } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { CompanyFacts } from "./company-facts.tsx";
import { CompanyLine } from "./company-line.tsx";
import { ContactPerson } from "./contact-person.tsx";
import { identityFacts } from "./identity-facts.ts";
import { securityFacts } from "./security-facts.ts";
import { TeamPhotographs } from "./team-photographs.tsx";
import { termFacts } from "./term-facts.ts";

type Slot = Exclude<keyof Site, "name" | "email" | "replyPromise" | "offices" | "social">;

/** What is written, and what is shown of it: in both languages alike, or "en" and "es" behind it. */
const slots: Record<Slot, [written: string, ...shown: string[]]> = {
  legalName: ["legalName: Sample S.A.S.", "Sample S.A.S."],
  taxNumber: ["taxNumber: 900.123", "900.123"],
  founded: ["founded: 2015", "2015"],
  telephone: ['telephone: "+57 (601) 000-0000"', "tel:+576010000000"],
  whatsapp: ['whatsapp: "+57 300 000 0000"', "https://wa.me/573000000000"],
  contact: [
    "contact:\n  name: Her Name\n  portrait: her.jpg\n  role: { en: role en, es: role es }\n  languages: { en: tongues en, es: tongues es }",
    "Her Name",
    "role $",
    "tongues $",
    "/images/her.jpg",
  ],
  security: [
    "security:\n  email: safe@x.test\n  practices: { en: practice en, es: practice es }",
    "mailto:safe@x.test",
    "practice $",
  ],
  nda: ["nda: { en: secret en, es: secret es }", "secret $"],
  minimumTeam: ["minimumTeam: { en: team en, es: team es }", "team $"],
  minimumTerm: ["minimumTerm: { en: term en, es: term es }", "term $"],
  prices: [
    "prices:\n  - role: { en: tester en, es: tester es }\n    range: { en: range en, es: range es }",
    "tester $",
    "range $",
  ],
  firstCall: ["firstCall: { en: call en, es: call es }", "call $"],
  certificates: ["certificates:\n  - name: ISO 1\n    url: https://iso.test/1", "ISO 1", "https://iso.test/1"],
  photographs: ["photographs:\n  - picture: us.jpg\n    alt: { en: us en, es: us es }", "us $", "/images/us.jpg"],
};

test.each(Object.entries(slots))("%s is shown where it is set, in each language", (_slot, [written, ...shown]) => {
  for (const locale of locales) {
    const html = htmlOf(siteWith(written), locale);
    for (const words of shown) expect(html).toContain(words.replace("$", locale));
  }
});

test.each(locales)("with nothing set, the name alone says in %s who is behind the site", (locale) => {
  const { name, label } = { name: "DreamCode", label: getMessages(locale).company.name };
  const words = htmlOf(siteWith(""), locale).replace(/<[^>]*>/g, " ");
  expect(words.trim().split(/\s+/)).toEqual([label, name, name]);
});

function siteWith(written: string): Site {
  return getSite(temporaryContent({ "site.yaml": `name: DreamCode\n${written}\n` }));
}

/** As the contact page and the footer show it. */
function htmlOf(site: Site, locale: (typeof locales)[number]) {
  const text = getMessages(locale).company;
  const findPicture = (name: string) => ({
    width: 640,
    height: 480,
    variants: [{ format: "jpeg" as const, width: 640, file: name }],
  });
  const facts = [...identityFacts(site, text), ...termFacts(site, text, locale), ...securityFacts(site, text, locale)];
  return renderToStaticMarkup(
    <>
      <ContactPerson locale={locale} text={text} site={site} findPicture={findPicture} />
      <CompanyFacts facts={facts} />
      <TeamPhotographs locale={locale} photographs={site.photographs} findPicture={findPicture} />
      <CompanyLine text={text} site={site} />
    </>,
  );
}
