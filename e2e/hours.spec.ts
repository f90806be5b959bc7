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
    same: "Both clocks show the same time. 9:00 a.m. to 6:00 p.m. in Colombia is 9:00 a.m. to 6:00 p.m. in Bogotá.",
    india: "Kolkata is 10 hours, 30 minutes ahead of Colombia. The two working days do not overlap.",
    unknown: "We do not know “Phonix”. Enter a larger city nearby, or a time zone.",
    missing: "Enter a city or a time zone",
    start: "Start a project with these hours",
    split: "Not all of Texas keeps this clock. If yours is another, enter the city of your office.",
    allYear: "Chicago and Bogotá all year",
    cityTitle: "Chicago and Bogotá",
    meeting: "9:00 a.m. to 5:00 p.m.",
    calendar: "Put the shared hours into your calendar",
    event: "SUMMARY:Chicago and Bogotá at work",
    greeting: /^You and our team in Bogotá are both at work from 9:00\sa\.m\. to 4:00\sp\.m\., Phoenix time\.$/,
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
    start: "Inicie un proyecto con este horario",
    split: "No todo el territorio de Texas tiene esta hora. Si la suya es otra, escriba la ciudad de su oficina.",
    allYear: "Chicago y Bogotá, todo el año",
    cityTitle: "Chicago y Bogotá",
    meeting: "de 9:00 a 17:00",
    calendar: "Agregue las horas en común a su calendario",
    event: "SUMMARY:Chicago y Bogotá en horario laboral",
    greeting: "Usted y nuestro equipo en Bogotá coinciden en el trabajo de 9:00 a 16:00, hora de Phoenix.",
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

    test("a state is understood, and a city has a page with its hours of all year and a file for calendars", async ({
      page,
      site,
    }) => {
      await page.goto(`/${lang}/hours?office=Texas`);
      await expect(page.getByText(text.split)).toBeVisible();
      await page.getByLabel(text.office).fill("Central");
      await page.getByRole("button", { name: text.show }).click();
      await page.getByRole("link", { name: text.allYear }).click();
      await expect(page).toHaveURL(`/${lang}/hours/chicago`);
      await expect(page.getByRole("heading", { level: 1, name: text.cityTitle })).toBeVisible();
      const meeting = page.locator("section").filter({ hasText: text.calendar });
      await expect(meeting.getByText(text.meeting, { exact: true })).toBeVisible();

      const address = await page.getByRole("link", { name: text.calendar }).getAttribute("href");
      const file = await page.request.get(site.url + address);
      expect(file.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
      expect(await file.text()).toContain(text.event);
    });

    test("a form greets with the shared hours: by the zone in its address, and where script runs by the browser's", async ({
      browser,
      site,
    }) => {
      const context = await browser.newContext({
        baseURL: site.url,
        timezoneId: "America/Phoenix",
        javaScriptEnabled: hasScript,
      });
      const page = await context.newPage();
      await page.goto(`/${lang}/inquiry?zone=America/Phoenix`);
      await expect(page.getByText(text.greeting)).toBeVisible();
      await page.goto(`/${lang}/contact`);
      await expect(page.getByText(text.greeting)).toHaveCount(hasScript ? 1 : 0);
      await context.close();
    });

    test("a name that nobody knows is answered with what it may have meant", async ({ page }) => {
      await page.goto(`/${lang}/hours`);
      await page.getByLabel(text.office).fill("Phonix");
      await page.getByRole("button", { name: text.show }).click();
      await expect(page.getByLabel(text.office)).toHaveAccessibleDescription(new RegExp(text.unknown));
      // Before the list of all cities.
      await page.getByRole("link", { name: "Phoenix" }).first().click();
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
