import type { Page } from "@playwright/test";
import { leadForm } from "./support/lead-form.ts";
import { mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { english, spanish, visitors, type Words } from "./support/visitors.ts";

for (const { words, hasScript, who } of visitors) {
  const other = words.lang === "en" ? spanish : english;

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    const ways: [string, (page: Page) => Promise<void>][] = [
      ["the button below the form", (page) => page.getByRole("button", { name: other.goOn }).click()],
      // Without script, a link takes nothing along.
      ...(hasScript
        ? ([["the link above the page", (page) => linkTo(other, page).click()]] satisfies [
            string,
            (page: Page) => Promise<void>,
          ][])
        : []),
    ];

    for (const [way, goOn] of ways) {
      test(`an inquiry goes on in the other language by ${way}, with what was typed`, async ({ page, site, inbox }) => {
        await page.goto(`/${words.lang}/inquiry?service=cloud`);
        const before = leadForm(page, words, "inquiry");
        await before.fillIn({
          name: "Ana",
          email: "ana@acme.test",
          company: "Acme",
          country: "CA",
          service: "staff-augmentation",
          inquiry: "Two & <b>",
        });

        await goOn(page);

        const after = leadForm(page, other, "inquiry");
        await expect(page.locator("html")).toHaveAttribute("lang", other.lang);
        await expect(page.getByRole("alert")).toHaveCount(0);
        await expect(after.field("name")).toHaveValue("Ana");
        await expect(after.field("email")).toHaveValue("ana@acme.test");
        await expect(after.field("company")).toHaveValue("Acme");
        await expect(after.field("country")).toHaveValue("CA");
        await expect(after.field("service")).toHaveValue("staff-augmentation");
        await expect(after.field("inquiry")).toHaveValue("Two & <b>");
        await expect(after.field("consent")).not.toBeChecked();

        await after.field("consent").check();
        await after.button.click();
        const [notice] = await mailsAbout(await after.reference(), site, inbox);
        expect(notice?.text).toContain("Two & <b>");
      });
    }
  });
}

test("a reply that goes on in the other language is still one to the same article", async ({ page, site, inbox }) => {
  await page.goto("/en/blog");
  await page.getByRole("link", { name: english.article }).click();
  await page.getByRole("link", { name: "Leave a reply" }).click();
  const before = leadForm(page, english, "reply");
  await before.fillIn({ name: "Ana", email: "ana@acme.test", reply: "Well said." });

  await page.getByRole("button", { name: spanish.goOn }).click();

  const after = leadForm(page, spanish, "reply");
  await expect(page.getByRole("link", { name: spanish.article })).toBeVisible();
  await expect(after.field("reply")).toHaveValue("Well said.");
  await after.field("replyConsent").check();
  await after.button.click();
  const [notice] = await mailsAbout(await after.reference(), site, inbox);
  expect(notice?.text).toContain("/es/blog/");
});

for (const way of ["button", "link"] as const) {
  test(`what is typed after going on by the ${way} is there after a walk around the site and the Back button`, async ({
    page,
  }) => {
    await page.goto("/en/inquiry?zone=America/Toronto");
    const before = leadForm(page, english, "inquiry");
    await before.fillIn({ name: "Ana", email: "ana@acme.test", inquiry: "Two engineers" });
    await (way === "button" ? page.getByRole("button", { name: spanish.goOn }) : linkTo(spanish, page)).click();
    const after = leadForm(page, spanish, "inquiry");
    await expect(after.field("inquiry")).toHaveValue("Two engineers");
    await after.field("inquiry").fill("Two engineers, and a tester");
    if (way === "button") await expect(page.locator("[name=zone]")).toHaveValue("America/Toronto");

    await page.getByRole("contentinfo").getByRole("link", { name: "Nosotros" }).click();
    await expect(page).toHaveURL(/\/es\/about$/);
    await page.goBack();
    await expect(after.field("inquiry")).toHaveValue("Two engineers, and a tester");
    await expect(after.field("name")).toHaveValue("Ana");
  });
}

test("a page that is come back to has what was typed in the other language since, and what is sent from it", async ({
  page,
  site,
  inbox,
}) => {
  await page.goto("/en/contact");
  const email = "back@acme.test";
  await leadForm(page, english, "contact").fillIn({ name: "Ana", email, contact: "First half." });
  await linkTo(spanish, page).click();
  const there = leadForm(page, spanish, "contact");
  await expect(there.field("contact")).toHaveValue("First half.");
  await there.field("contact").fill("First half, and the second.");
  await there.field("name").fill("Ana Torres");

  await page.goBack();
  const back = leadForm(page, english, "contact");
  await expect(back.field("contact")).toHaveValue("First half, and the second.");
  await expect(page.getByRole("status").filter({ hasText: english.draft })).toBeVisible();
  await back.field("contact").fill("First half, the second, and a third.");
  await page.goForward();
  await expect(there.field("contact")).toHaveValue("First half, the second, and a third.");
  await page.goBack();
  await back.field("consent").check();
  await back.button.click();
  const [notice] = await mailsAbout(await back.reference(), site, inbox);
  expect(notice?.text).toContain("First half, the second, and a third.");
  expect(notice?.text).toContain("Ana Torres");
});

test("a page with a text of its own keeps it when it is come back to, and says nothing of another that is kept", async ({
  page,
}) => {
  const form = leadForm(page, english, "contact");
  await page.goto("/en/contact");
  await form.fillIn({ name: "Ana", contact: "Never tried to send." });
  await page.getByRole("contentinfo").getByRole("link", { name: "About" }).click();
  await expect(page).toHaveURL(/about$/);
  await page.goto("/en/contact");
  await form.fillIn({ name: "Ana", contact: "Tried to send." });
  await form.button.click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/about$/);
  await page.goBack();
  await expect(form.field("contact")).toHaveValue("Never tried to send.");
  await expect(page.getByRole("status").filter({ hasText: english.draft })).toBeHidden();
});

// Chromium makes such a page ready with what is kept at that time. The program that drives it here knows no such pages: they are made up.
test("a page that is made ready while the pointer rests on its link has what was typed until the click", async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (!location.pathname.startsWith("/es/")) return;
    Object.defineProperty(document, "prerendering", { value: true, configurable: true });
  });
  await page.goto("/en/contact");
  await leadForm(page, english, "contact").fillIn({ name: "Ana", email: "ana@acme.test", contact: "First half." });
  await linkTo(spanish, page).click();
  const after = leadForm(page, spanish, "contact");
  await expect(after.field("contact")).toHaveValue("");
  await page.waitForLoadState("networkidle");

  await page.evaluate(() => {
    for (const [key, value] of Object.entries(sessionStorage))
      sessionStorage.setItem(key, value.replace("First half.", "First half, and the second."));
    Object.defineProperty(document, "prerendering", { value: false });
    document.dispatchEvent(new Event("prerenderingchange"));
  });
  await expect(after.field("contact")).toHaveValue("First half, and the second.");
  await expect(after.field("name")).toHaveValue("Ana");
});

function linkTo(words: Words, page: Page) {
  const name = words === english ? "English" : "Español";
  return page.getByRole("banner").getByRole("link", { name });
}
