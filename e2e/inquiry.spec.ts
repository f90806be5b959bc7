import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { leadForm } from "./support/lead-form.ts";
import { mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { visitors } from "./support/visitors.ts";

for (const { words, hasScript, who } of visitors) {
  const { lang, errors } = words;

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("a reader of an article sends an inquiry: the team gets it and the reader a receipt", async ({
      page,
      site,
      inbox,
    }) => {
      const need = `Two testers & <b>one</b> "lead".\n\nFrom March, in Montréal, asked ${who}.`;
      const form = leadForm(page, words, "inquiry");
      await page.goto(`/${lang}/blog`);
      await page.getByRole("link", { name: words.article }).click();
      await page.getByRole("link", { name: words.serviceInArticle, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.service);
      await page.getByRole("link", { name: words.askAboutService }).first().click();
      await expect(form.field("service")).toHaveValue("staff-augmentation");
      await form.fillIn({
        name: "Ana María O'Brien",
        email: "Ana.Maria@acme.test",
        company: "Peña & <i>Sons</i>",
        country: words.canada,
        inquiry: need,
        team: "3 people",
        start: "As soon as possible",
        phone: "514-555-0199 ext. 12",
        consent: true,
      });
      await form.button.click();

      const ref = await form.reference();
      const mails = await mailsAbout(ref, site, inbox);
      expect(mails.map(({ recipients }) => recipients)).toEqual([["sales@dreamcode.test"], ["Ana.Maria@acme.test"]]);
      const [notice, receipt] = mails;
      if (!notice || !receipt) throw new Error("Two mails were counted");

      expect(notice).toMatchObject({
        from: { name: "DreamCode", address: "hello@dreamcode.test" },
        replyTo: [{ name: "Ana María O'Brien", address: "Ana.Maria@acme.test" }],
        subject: `[${ref}] Staff augmentation, Peña & <i>Sons</i>, Canada`,
      });
      expect(notice.headers.has("auto-submitted")).toBe(false);
      const noticeSheet = await sheetWith(notice.html, page);
      for (const typed of [
        "Ana María O'Brien",
        "Ana.Maria@acme.test",
        "Peña & <i>Sons</i>",
        "Canada",
        "Staff augmentation",
        "3 people",
        "As soon as possible",
        "514-555-0199 ext. 12",
        need,
      ]) {
        expect(notice.text).toContain(typed);
        await expect(noticeSheet).toContainText(typed, { useInnerText: true });
      }

      expect(receipt).toMatchObject({
        from: { name: "DreamCode", address: "hello@dreamcode.test" },
        replyTo: [{ name: "DreamCode", address: "sales@dreamcode.test" }],
        subject: `[${ref}] ${words.receipt.inquiry}`,
      });
      expect(receipt.headers.get("auto-submitted")).toBe("auto-replied");
      expect(receipt.html).toContain(`<html lang="${lang}"`);
      const receiptSheet = await sheetWith(receipt.html, page);
      for (const said of [ref, words.receipt.inquiry, words.service]) {
        expect(receipt.text).toContain(said);
        await expect(receiptSheet).toContainText(said, { useInnerText: true });
      }
      expect(receipt.text + receipt.html).not.toMatch(/testers|Ana|Peña|March|3 people/);
    });

    test("an inquiry with mistakes is explained, keeps what was typed, and is sent once mended", async ({
      page,
      site,
      inbox,
    }) => {
      const form = leadForm(page, words, "inquiry");
      await page.goto(`/${lang}/inquiry`);
      await form.fillIn({
        name: "Ana",
        email: "ana@acme",
        country: "CA",
        service: words.cloud,
        inquiry: `First line\nSecond line, ${who}`,
        team: "Two",
        consent: true,
      });
      await form.button.click();

      await form.expectErrors([
        ["email", errors.email],
        ["company", errors.company],
      ]);
      await expect(page).toHaveTitle(`Error: ${words.titles.inquiry} · DreamCode`);
      await expect(page).toHaveURL(new RegExp(`/${lang}/inquiry(#.*)?$`));
      await expect(form.field("name")).toHaveValue("Ana");
      await expect(form.field("email")).toHaveValue("ana@acme");
      await expect(form.field("country")).toHaveValue("CA");
      await expect(form.field("service")).toHaveValue("cloud");
      await expect(form.field("inquiry")).toHaveValue(`First line\nSecond line, ${who}`);
      await expect(form.field("team")).toHaveValue("Two");
      await expect(form.field("consent")).toBeChecked();

      await form.fillIn({ email: "ana@acme.test", company: "Acme" });
      await form.button.click();

      const [notice, ...others] = await mailsAbout(await form.reference(), site, inbox);
      expect(notice?.subject).toContain("Cloud, Acme, Canada");
      expect(notice?.text).toContain(`First line\nSecond line, ${who}`);
      expect(others).toHaveLength(1);
    });

    test("an inquiry sent empty names every field that is needed, in the order of the form", async ({ page }) => {
      const form = leadForm(page, words, "inquiry");
      await page.goto(`/${lang}/inquiry`);
      await form.button.click();

      await form.expectErrors([
        ["name", errors.name],
        ["email", errors.noEmail],
        ["company", errors.company],
        ["country", errors.country],
        ["service", errors.service],
        ["inquiry", errors.inquiry],
        ["consent", errors.consent],
      ]);
    });

    test("whoever cannot name one service says so, and the team reads it in words", async ({ page, site, inbox }) => {
      const form = leadForm(page, words, "inquiry");
      for (const [choice, inEnglish] of [words.notSure, words.several].map((words, index) => [
        words,
        ["Not sure yet", "Several of these"][index],
      ])) {
        await page.goto(`/${lang}/inquiry`);
        await form.fillIn({
          name: "Ana",
          email: `${randomUUID()}@acme.test`,
          company: "Acme",
          country: "CA",
          service: choice ?? "",
          inquiry: `Which team do we need, asked ${who}?`,
          consent: true,
        });
        await form.button.click();

        const [notice, receipt] = await mailsAbout(await form.reference(), site, inbox);
        expect(notice?.subject).toContain(`${inEnglish}, Acme, Canada`);
        expect(notice?.text).toContain(`Service: ${inEnglish}\n`);
        expect(receipt?.text).toContain(`: ${choice}\n`);
      }
    });

    test("the service named in the address is chosen already, an unknown one is ignored", async ({ page }) => {
      const form = leadForm(page, words, "inquiry");
      await page.goto(`/${lang}/inquiry?service=cloud`);
      await expect(form.field("service").getByRole("option", { selected: true })).toHaveText(words.cloud);

      await page.goto(`/${lang}/inquiry?service=no-such-thing`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.titles.inquiry);
      await expect(form.field("service")).toHaveValue("");
    });
  });
}

/** The HTML part of a mail as its reader sees it. */
async function sheetWith(html: string, page: Page): Promise<Locator> {
  const sheet = await page.context().newPage();
  await sheet.setContent(html);
  return sheet.locator("body");
}
