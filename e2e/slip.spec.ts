import { filledInContact } from "./support/filled-in-contact.ts";
import { mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { visitors } from "./support/visitors.ts";

for (const { words, hasScript, who } of visitors) {
  const slip = `${words.lang}-${hasScript ? "script" : "plain"}@gmial.com`;
  const meant = slip.replace("gmial", "gmail");

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("an address that looks mistyped is taken as it is, and the page of thanks asks about it", async ({
      page,
      site,
      inbox,
    }) => {
      const form = await filledInContact(page, words, { email: slip, message: "Sent as it is." });
      await form.button.click();

      const ref = await form.reference();
      await expect(page.getByText(words.slipSent)).toBeVisible();
      const [notice] = await mailsAbout(ref, site, inbox);
      expect(notice?.replyTo[0]?.address).toBe(slip);

      await page.getByRole("link", { name: words.sendAgain }).click();
      await expect(page).toHaveURL(new RegExp(`/${words.lang}/contact$`));
      if (hasScript) {
        await expect(form.field("email")).toHaveValue(slip);
        await expect(form.field("contact")).toHaveValue("Sent as it is.");
        await page.getByRole("button", { name: words.useIt }).click();
        await form.button.click();
      } else {
        await (await filledInContact(page, words, { email: meant, message: "Sent as it is." })).button.click();
      }
      const again = await form.reference();
      await expect(page.getByText(words.slipSent)).toBeHidden();
      const [corrected] = await mailsAbout(again, site, inbox);
      expect([again === ref, corrected?.replyTo[0]?.address]).toEqual([false, meant]);
    });

    test("beside a form that comes back, it is asked about", async ({ page }) => {
      const form = await filledInContact(page, words, { email: slip, message: "" });
      await form.button.click();
      await form.expectErrors([["contact", words.errors.message]]);

      await expect(page.getByText(words.slip.replace("{address}", meant))).toBeVisible();
      await expect(form.field("email")).toHaveValue(slip);
      await expect(page.getByRole("button", { name: words.useIt })).toBeVisible({ visible: hasScript });
    });

    if (hasScript) {
      test("what was sent with it is in no form any more once the page of thanks is left by another way", async ({
        page,
      }) => {
        const form = await filledInContact(page, words, { email: slip, message: "Left as it is." });
        await form.button.click();
        await form.reference();
        await page.getByRole("banner").getByRole("link").first().click();
        await page.goto(`/${words.lang}/contact`);
        await expect(form.field("name")).toHaveValue("");
        expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
      });

      test("it is asked about when the field is left, and put right by one button", async ({ page, site, inbox }) => {
        const form = await filledInContact(page, words, { email: slip, message: "Put right." });
        await expect(
          page.getByRole("status").filter({ hasText: words.slip.replace("{address}", meant) }),
        ).toBeVisible();
        await page.getByRole("button", { name: words.useIt }).click();

        await expect(form.field("email")).toHaveValue(meant);
        await expect(form.field("email")).toBeFocused();
        await expect(page.getByText(words.slip.replace("{address}", meant))).toBeHidden();
        await form.button.click();
        const ref = await form.reference();
        await expect(page.getByText(words.slipSent)).toBeHidden();
        const [notice] = await mailsAbout(ref, site, inbox);
        expect(notice?.replyTo[0]?.address).toBe(meant);
      });
    }
  });
}

test("a page of thanks whose address names any other domain says nothing of it", async ({ page }) => {
  for (const domain of ["evil.test", "<b>gmail.com</b>", "gmail.com", "x".repeat(300), "%", ""]) {
    await page.goto(`/en/contact/received?ref=K7QD2&domain=${encodeURIComponent(domain)}`);
    await expect(page.getByText("K7QD2", { exact: true })).toBeVisible();
    await expect(page.getByText("The address you gave ends in")).toBeHidden();
  }
});
