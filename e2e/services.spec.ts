import { leadForm } from "./support/lead-form.ts";
import { mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { languages, visitors } from "./support/visitors.ts";

const slugs = [
  "custom-software",
  "staff-augmentation",
  "application-development",
  "technology-consulting",
  "databases",
  "artificial-intelligence",
  "cloud",
  "cybersecurity",
  "help-desk-and-technical-support",
  "customer-service-and-back-office",
  "flexible-workspace",
];

const said = {
  en: {
    services: [
      ["Databases", "databases", "Ask about help with your databases"],
      ["Customer service and back office", "customer-service-and-back-office", "Ask about a customer service team"],
    ],
    facts: ["Who it is for", "What you get", "How it starts"],
    questions: "Questions",
    finance: "Finance and fintech",
    claims: "Processing claims",
    start: "Ask about a team for finance",
  },
  es: {
    services: [
      ["Bases de datos", "databases", "Pregunte por sus bases de datos"],
      ["Servicio al cliente y back office", "customer-service-and-back-office", "Pregunte por servicio al cliente"],
    ],
    facts: ["Para quién es", "Qué recibe usted", "Cómo empieza"],
    questions: "Preguntas",
    finance: "Finanzas y fintech",
    claims: "Tramitar reclamaciones",
    start: "Pregunte por un equipo para finanzas",
  },
} as const;

for (const { words, hasScript, who } of visitors) {
  const lang = words.lang === "es" ? "es" : "en";
  const text = said[lang];

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    for (const [title, slug, ask] of text.services) {
      test(`an inquiry from the page of ${title} arrives with that service`, async ({ page, site, inbox }) => {
        const form = leadForm(page, words, "inquiry");
        await page.goto(`/${lang}/services`);
        await page.getByRole("main").getByRole("link", { name: title, exact: true }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        for (const fact of text.facts) await expect(page.getByRole("term").filter({ hasText: fact })).toBeVisible();
        await expect(page.getByRole("heading", { name: text.questions, exact: true })).toBeVisible();

        await page.getByRole("link", { name: ask }).first().click();
        await expect(form.field("service").getByRole("option", { selected: true })).toHaveText(title);
        await expect(form.field("service")).toHaveValue(slug);
        await form.fillIn({
          name: "Ana",
          email: "ana@acme.test",
          company: "Acme",
          country: "CA",
          inquiry: `About ${slug}, ${who}`,
          consent: true,
        });
        await form.button.click();

        const [notice] = await mailsAbout(await form.reference(), site, inbox);
        expect(notice?.subject).toContain(slug === "databases" ? "Databases" : "Customer service and back office");
      });
    }

    test("an industry leads to its services, its clients, and an inquiry about what it needs most", async ({
      page,
    }) => {
      const form = leadForm(page, words, "inquiry");
      const main = page.getByRole("main");
      await page.goto(`/${lang}/industries`);
      await main.getByRole("link", { name: text.finance, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(text.finance);
      await expect(main.getByText(text.claims)).toBeVisible();
      for (const client of ["Banco Falabella", "Seguros Bolívar", "Allstate"]) {
        await expect(main.getByText(client, { exact: true })).toBeVisible();
        await expect(main.getByRole("link", { name: client })).toHaveCount(0);
      }

      await main.getByRole("complementary").getByRole("link", { name: text.start }).click();
      await expect(form.field("service")).toHaveValue("customer-service-and-back-office");

      await page.goto(`/${lang}/services/cybersecurity`);
      await expect(main.getByRole("link", { name: text.finance, exact: true })).toBeVisible();
      await page.goto(`/${lang}/projects`);
      await expect(main.getByRole("link", { name: text.finance, exact: true })).toHaveCount(3);
    });
  });
}

for (const { lang, language } of languages) {
  test(`every service in ${language} can be asked for, from its page and from the form`, async ({ site }) => {
    const read = async (address: string) => (await fetch(site.url + address)).text();
    const list = await read(`/${lang}/services`);
    const form = await read(`/${lang}/inquiry`);
    for (const slug of slugs) {
      expect(list).toContain(`href="/${lang}/services/${slug}"`);
      expect(form).toContain(`<option value="${slug}">`);
      expect(await read(`/${lang}/services/${slug}`)).toContain(`href="/${lang}/inquiry?service=${slug}"`);
      expect(await read(`/${lang}/inquiry?service=${slug}`)).toContain(`<option value="${slug}" selected="">`);
    }
  });
}

test("the list of industries needs no language in its address", async ({ site }) => {
  const answer = await fetch(`${site.url}/industries`, { redirect: "manual", headers: { "accept-language": "es-CO" } });
  expect([answer.status, answer.headers.get("location")]).toEqual([307, "/es/industries"]);
});

test("no telephone number is shown that nobody configured", async ({ site }) => {
  const page = await (await fetch(`${site.url}/en/contact`)).text();
  expect(page).not.toContain('href="tel:');
});
