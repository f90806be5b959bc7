import { expect, test } from "vitest";
import { temporaryContent } from "#lib/content/source/temporary-content.ts";
import { getCategories } from "./categories.ts";
import { getSite } from "./site.ts";

test("a site needs no more than a name", () => {
  expect(getSite(temporaryContent({ "site.yaml": "name: DreamCode" }))).toEqual({
    name: "DreamCode",
    offices: [],
    prices: [],
    certificates: [],
    photographs: [],
    social: [],
  });
});

test("a site may say where it is and what it promises", () => {
  const root = temporaryContent({
    "site.yaml": `# A comment on its own line
name: DreamCode
email: sales@dreamcode.test
replyPromise:
  # indented too
  en: Within a day.
  es: En un día.
offices:
  - city: Bogotá
    country: CO
    timeZone: America/Bogota
    address: "Calle 93 # 11-27"
    telephone: +57 601 000 0000
    hours:
      en: Monday to Friday, 8:00 to 17:00
      es: Lunes a viernes, 8:00 a 17:00
social:
  - name: LinkedIn
    url: https://www.linkedin.com/company/x
`,
  });
  expect(getSite(root)).toEqual({
    name: "DreamCode",
    email: "sales@dreamcode.test",
    replyPromise: { en: "Within a day.", es: "En un día." },
    offices: [
      {
        city: "Bogotá",
        country: "CO",
        timeZone: "America/Bogota",
        address: "Calle 93 # 11-27",
        telephone: "+57 601 000 0000",
        hours: { en: "Monday to Friday, 8:00 to 17:00", es: "Lunes a viernes, 8:00 a 17:00" },
      },
    ],
    prices: [],
    certificates: [],
    photographs: [],
    social: [{ name: "LinkedIn", url: "https://www.linkedin.com/company/x" }],
  });
});

test("categories have a name in each language", () => {
  const root = temporaryContent({ "categories.yaml": "tech-hubs:\n  en: Tech hubs\n  es: Polos tecnológicos\n" });
  expect(getCategories(root)).toEqual({ "tech-hubs": { en: "Tech hubs", es: "Polos tecnológicos" } });
});

test("a company is not founded in a year to come", () => {
  const root = temporaryContent({ "site.yaml": `name: DreamCode\nfounded: "${new Date().getUTCFullYear() + 1}"\n` });
  expect(() => getSite(root)).toThrow("is still to come: write the year in which the company was founded");
});

test("content without a site file is refused", () => {
  const root = `${temporaryContent({})}/elsewhere/content`;
  expect(() => getSite(root)).toThrow("content/site.yaml:1:1 file: is missing; write it again");
});
