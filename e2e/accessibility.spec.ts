import type AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { pages, pagesOnTheWay } from "./support/addresses.ts";
import { axeOn } from "./support/axe-on.ts";
import { filledInContact } from "./support/filled-in-contact.ts";
import { leadForm } from "./support/lead-form.ts";
import { mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { english, languages } from "./support/visitors.ts";

for (const words of languages) {
  const { lang } = words;

  for (const [kind, address] of [...pages, ...pagesOnTheWay, ["an unknown address", "/nope"] as const]) {
    test(`${kind} in ${lang} has no barriers, in light and in dark`, async ({ page }) => {
      await page.goto(`/${lang}${address}`);
      await expectNoBarriers(page);
    });
  }

  for (const name of ["inquiry", "contact"] as const) {
    test(`the ${name} form in ${lang} with errors has no barriers, in light and in dark`, async ({ page }) => {
      const form = leadForm(page, words, name);
      await page.goto(`/${lang}/${name}`);
      await form.button.click();
      await expect(form.summary).toBeFocused();
      await expectNoBarriers(page);
    });
  }

  test(`the pages behind the links of the newsletter's mail in ${lang} have no barriers`, async ({
    page,
    site,
    inbox,
  }) => {
    const form = leadForm(page, words, "newsletter");
    await page.goto(`/${lang}/newsletter`);
    await form.fillIn({ email: `barriers-${lang}@acme.test`, newsletterConsent: true });
    await form.button.click();
    const [, receipt] = await mailsAbout(await form.reference(), site, inbox);
    const links = receipt?.text.match(/http\S+\/newsletter\/\S+/g) ?? [];
    expect(links).toHaveLength(2);
    for (const link of links) {
      await page.goto(link);
      await expectNoBarriers(page);
    }
    await page.goto(links[0] ?? "");
    await page.getByRole("button", { name: words.join.button }).click();
    await expectNoBarriers(page);
  });

  test(`thanks with times for a call in ${lang}, and the pages behind them, have no barriers`, async ({ page }) => {
    const form = await filledInContact(page, words, {
      email: `call-barriers-${lang}@acme.test`,
      message: "Let us talk.",
    });
    await form.button.click();
    await form.reference();
    await expectNoBarriers(page);
    await page.locator("main a[href^='/call/']").click();
    await expectNoBarriers(page);
    await page.locator("main form[action^='/call/'] button").first().click();
    await expect(page).toHaveURL(/\/call\//);
    await expectNoBarriers(page);
  });

  test(`the menu of a narrow screen in ${lang} has no barriers`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/${lang}`);
    await page.getByText(words.menu, { exact: true }).click();
    await expect(page.getByRole("banner").getByRole("link", { name: words.titles.inquiry })).toBeVisible();
    await expectNoBarriers(page);
  });
}

test("an inquiry is found, filled in and sent by keyboard alone", async ({ page, site, inbox }) => {
  const { keyboard } = page;
  const form = leadForm(page, english, "inquiry");
  await page.goto("/en/services/staff-augmentation");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("link", { name: "Services", exact: true })).toBeFocused();
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: english.askAboutService }).first()).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(english.titles.inquiry);

  await keyboard.press("Tab");
  await keyboard.press("Enter");
  for (const [name, keys] of [
    ["name", "Grace Key"],
    ["email", "grace@keys.test"],
    ["company", "Keys"],
    ["country", "Canada"],
    ["service", ""],
    ["inquiry", "No mouse was used."],
    ["team", ""],
    ["start", ""],
    ["phone", ""],
    ["consent", " "],
  ] as const) {
    await keyboard.press("Tab");
    await expect(form.field(name)).toBeFocused();
    await keyboard.type(keys);
  }
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Read the privacy notice" })).toBeFocused();
  await keyboard.press("Tab");
  await expect(form.button).toBeFocused();
  await keyboard.press("Enter");

  const [notice] = await mailsAbout(await form.reference(), site, inbox);
  expect(notice).toMatchObject({ replyTo: [{ name: "Grace Key", address: "grace@keys.test" }] });
  expect(notice?.subject).toContain("Staff augmentation, Keys, Canada");
  expect(notice?.text).toContain("No mouse was used.");
});

async function expectNoBarriers(page: Page) {
  await page.emulateMedia({ colorScheme: "light" });
  const everyRule = axeOn(page).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  expect(await violationsOf(everyRule), "in light").toEqual([]);

  await page.emulateMedia({ colorScheme: "dark" });
  const rulesOfColour = axeOn(page).withRules(["color-contrast", "link-in-text-block"]);
  expect(await violationsOf(rulesOfColour), "in dark").toEqual([]);
}

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
