import { leadForm } from "./support/lead-form.ts";
import { mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { visitors } from "./support/visitors.ts";

const said = {
  en: {
    office: "Your office",
    show: "Show the hours",
    city: "Bogotá",
    shared: "9 shared hours with Bogotá",
    same: "Both clocks show the same time. 9:00 to 18:00 in Colombia is 9:00 to 18:00 in Bogotá.",
    india: "Kolkata is 10 hours, 30 minutes ahead of Colombia. The two working days do not meet.",
    unknown: "We do not know “Phonix”. Enter a larger city nearby, or a time zone.",
    missing: "Enter a city or a time zone",
    start: "Start a project on these hours",
  },
  es: {
    office: "Su oficina",
    show: "Ver las horas",
    city: "Bogotá",
    shared: "9 horas en común con Bogotá",
    same: "La hora es la misma. En Colombia, de 9:00 a 18:00; en Bogotá, de 9:00 a 18:00.",
    india: "Kolkata tiene 10 horas y 30 minutos más que Colombia. Las dos jornadas no coinciden.",
    unknown: "No conocemos “Phonix”. Escriba una ciudad grande cercana o una zona horaria.",
    missing: "Escriba una ciudad o una zona horaria",
    start: "Inicie un proyecto en este horario",
  },
};

for (const { words, hasScript, who } of visitors) {
  const { lang } = words;
  const text = lang === "es" ? said.es : said.en;

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("an office is named, its hours are shown at an address to share, and they travel with an inquiry", async ({
      page,
      site,
      inbox,
    }) => {
      await page.goto(`/${lang}/hours`);
      await page.getByLabel(text.office).fill("bogota");
      await page.getByRole("button", { name: text.show }).click();
      await expect(page).toHaveURL(`/${lang}/hours?office=bogota`);
      await expect(page.getByRole("heading", { level: 2, name: text.shared })).toBeVisible();
      await expect(page.getByText(text.same)).toBeVisible();

      await page.getByRole("link", { name: text.start }).click();
      const form = leadForm(page, words, "inquiry");
      await form.fillIn({
        name: "Ana",
        email: "ana@acme.test",
        company: "Acme",
        country: words.canada,
        service: "cloud",
        inquiry: `Hours asked ${who}`,
      });
      await form.button.click();
      // Without the consent the form comes back, and the zone with it.
      await expect(form.summary).toBeFocused();
      await form.field("consent").check();
      await form.button.click();

      const [notice] = await mailsAbout(await form.reference(), site, inbox);
      expect(notice?.text).toContain("Office hours in: America/Bogota");
    });

    test("a half-hour zone is understood, and two days that do not meet are said to", async ({ page }) => {
      await page.goto(`/${lang}/hours?office=Asia/Kolkata`);
      await expect(page.getByText(text.india)).toBeVisible();
    });

    test("a name that nobody knows is answered with what it may have meant", async ({ page }) => {
      await page.goto(`/${lang}/hours`);
      await page.getByLabel(text.office).fill("Phonix");
      await page.getByRole("button", { name: text.show }).click();
      await expect(page.getByLabel(text.office)).toHaveAccessibleDescription(new RegExp(text.unknown));
      await page.getByRole("link", { name: "Phoenix" }).click();
      await expect(page.getByRole("heading", { level: 2, name: /Phoenix/ })).toBeVisible();

      await page.getByLabel(text.office).fill("");
      await page.getByRole("button", { name: text.show }).click();
      await expect(page.getByLabel(text.office)).toHaveAccessibleDescription(new RegExp(text.missing));
    });
  });
}

test("where script runs, a choice from the list is answered in place", async ({ page }) => {
  await page.goto("/en/hours");
  await page.getByRole("contentinfo").evaluate((footer) => footer.setAttribute("data-kept", ""));
  await page.getByLabel(said.en.office).fill("Madrid");
  await expect(page.getByRole("heading", { level: 2, name: /with Madrid$/ })).toBeVisible();
  await expect(page).toHaveURL("/en/hours?office=Madrid");
  await expect(page.locator("footer[data-kept]")).toHaveCount(1);
});
