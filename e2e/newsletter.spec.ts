import { leadForm } from "./support/lead-form.ts";
import { expectOrderly, mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { visitors } from "./support/visitors.ts";

const article = "/blog/canada-and-colombia-in-digital-industries";

for (const { words, hasScript, who } of visitors) {
  const { lang, errors } = words;
  const email = `reader-${lang}-${hasScript ? "script" : "plain"}@acme.test`;

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("a reader signs up in the middle of an article, and can leave from the confirmation", async ({
      page,
      site,
      inbox,
    }) => {
      const form = leadForm(page, words, "newsletter");
      await page.goto(`/${lang}${article}`);
      await form.fillIn({ email, newsletterConsent: true });
      await form.button.click();

      const ref = await form.reference();
      const [notice, receipt, ...more] = await mailsAbout(ref, site, inbox);
      if (!notice || !receipt) throw new Error("There should be a notice and a receipt");
      expect(more).toEqual([]);
      expect(notice).toMatchObject({
        recipients: ["sales@dreamcode.test"],
        replyTo: [{ address: email }],
        subject: `[${ref}] Newsletter sign-up`,
      });
      expect(notice.text).toContain(`Sent from: /${lang}/newsletter`);
      expect(notice.headers.has("list-unsubscribe")).toBe(false);
      expect(receipt).toMatchObject({ recipients: [email], subject: `[${ref}] ${words.receipt.newsletter}` });
      expect(receipt.headers.get("list-unsubscribe")).toBe(
        `<mailto:hello@dreamcode.test?subject=Unsubscribe%20${ref}>`,
      );
      expect(receipt.text).toContain("hello@dreamcode.test");
      expectOrderly(notice);
      expectOrderly(receipt);
      expect(await site.leads("show", ref)).toContain(words.labels.newsletterConsent);
    });

    test("a mistake made in the article is explained on the newsletter's page, which keeps the rest", async ({
      page,
      site,
      inbox,
    }) => {
      const form = leadForm(page, words, "newsletter");
      await page.goto(`/${lang}${article}`);
      await form.field("email").fill("luz@acme");
      await form.button.click();

      await form.expectErrors([
        ["email", errors.email],
        ["newsletterConsent", errors.newsletterConsent],
      ]);
      await expect(page).toHaveTitle(`Error: ${words.titles.newsletter} · DreamCode`);
      await expect(form.field("email")).toHaveValue("luz@acme");

      await form.fillIn({ email: `mended-${email}`, newsletterConsent: true });
      await form.button.click();
      expect(await mailsAbout(await form.reference(), site, inbox)).toHaveLength(2);
    });

    test("the footer leads to the newsletter's page, which does the same", async ({ page, site, inbox }) => {
      const form = leadForm(page, words, "newsletter");
      await page.goto(`/${lang}/about`);
      await page.getByRole("contentinfo").getByRole("link", { name: words.titles.newsletter }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.titles.newsletter);
      await form.button.click();
      await form.expectErrors([
        ["email", errors.noEmail],
        ["newsletterConsent", errors.newsletterConsent],
      ]);

      await form.fillIn({ email: `page-${email}`, newsletterConsent: true });
      await form.button.click();
      expect(await mailsAbout(await form.reference(), site, inbox)).toHaveLength(2);
    });
  });
}

test("a program signs an address up at the stable address", async ({ site }) => {
  const post = (fields: Record<string, string>) =>
    fetch(`${site.url}/api/forms/newsletter`, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams(fields),
    });

  const refused = await post({ locale: "en" });
  expect([refused.status, await refused.json()]).toEqual([
    422,
    { errors: { email: "Enter your work email", consent: expect.stringContaining("newsletter") } },
  ]);
  const taken = await post({ email: "program@acme.test", consent: "on" });
  expect([taken.status, await taken.json()]).toEqual([201, { ref: expect.stringMatching(/^[2-9A-Z]{5}$/) }]);
});
