import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getSite } from "#lib/content/settings/site.ts";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { getMessages } from "#lib/i18n/messages.ts";
import { ContactDetails } from "./contact-details.tsx";

const offices = `offices:
  - city: Bogotá
    country: CO
    timeZone: America/Bogota
    address: "Calle 1 # 2-3"
    telephone: +57 (601) 000-0000
    hours:
      en: Monday to Friday, 8:00 to 17:00
      es: Lunes a viernes, 8:00 a 17:00
  - city: Toronto
    timeZone: America/Toronto`;

test("an office is shown with its country, its address, its hours, and a number to call", () => {
  const html = detailsOf(offices, "es");
  expect(html).toContain("Bogotá");
  expect(html).toContain("Colombia");
  expect(html).toContain("Calle 1 # 2-3");
  expect(html).toContain("Lunes a viernes, 8:00 a 17:00");
  expect(html).not.toContain("Monday");
  expect(html).toMatch(/<a href="tel:\+576010000000"[^>]*>\+57 \(601\) 000-0000<\/a>/);
});

test("the clock of an office is told beside that of New York", () => {
  const html = detailsOf(offices, "en");
  expect(html).toContain("In January, the same time as New York; in July, 1 hour behind New York");
  expect(html).toContain("All year, the same time as New York");
});

test("what is not configured is not shown: no empty line, and no number that nobody gave", () => {
  const html = detailsOf("offices:\n  - city: Cali\n    timeZone: America/Bogota", "en");
  expect(html).toContain("Cali");
  expect(html).not.toMatch(/tel:|<address|Hours<|mailto:/);
  expect(detailsOf("", "en")).toBe("");
});

test("an address to write to and the profiles elsewhere are links", () => {
  const html = detailsOf(
    "email: hello@dreamcode.test\nsocial:\n  - { name: LinkedIn, url: 'https://social.test/us' }",
    "en",
  );
  expect(html).toContain('href="mailto:hello@dreamcode.test"');
  expect(html).toMatch(/<a href="https:\/\/social\.test\/us"[^>]*>LinkedIn</);
});

function detailsOf(yaml: string, locale: Locale) {
  const site = getSite(temporaryContent({ "site.yaml": `name: DreamCode\n${yaml}\n` }));
  const { offices, clock } = getMessages(locale);
  return renderToStaticMarkup(<ContactDetails locale={locale} text={offices} clock={clock} site={site} year={2026} />);
}
