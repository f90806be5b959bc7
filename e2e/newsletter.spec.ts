import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leadForm } from "./support/lead-form.ts";
import { expectOrderly, mailsAbout } from "./support/mails.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import { visitors } from "./support/visitors.ts";

/** The addresses that the newsletter is to be sent to. */
async function onList(site: Site): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "newsletter-"));
  try {
    const file = join(folder, "list.jsonl");
    await site.leads("newsletter", "--out", file);
    const lines = (await readFile(file, "utf8")).split("\n").filter(Boolean);
    return lines.map((line) => JSON.parse(line).email);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const article = "/blog/canada-and-colombia-in-digital-industries";

for (const { words, hasScript, who } of visitors) {
  const { lang, errors } = words;
  const email = `reader-${lang}-${hasScript ? "script" : "plain"}@acme.test`;

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("a reader signs up in the middle of an article, confirms by the mail, and leaves by it", async ({
      page,
      site,
      inbox,
    }) => {
      const form = leadForm(page, words, "newsletter");
      await page.goto(`/${lang}${article}`);
      await form.fillIn({ email, newsletterConsent: true });
      await form.button.click();

      const ref = await form.reference();
      await expect(page.getByText(words.confirm)).toBeVisible();
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
      const [joining = "", leaving = ""] = ["join", "leave"].map(
        (action) => new RegExp(`${site.url}/newsletter/\\S+/${action}/\\S+`).exec(receipt.text)?.[0],
      );
      expect(receipt.headers.get("list-unsubscribe")).toBe(
        `<${leaving}>, <mailto:hello@dreamcode.test?subject=Unsubscribe%20${ref}>`,
      );
      expect(receipt.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
      expectOrderly(notice);
      expectOrderly(receipt);
      expect(await site.leads("show", ref)).toContain(words.labels.newsletterConsent);

      // As programs do that look at links before anybody reads the mail.
      for (const link of [joining, leaving]) {
        for (const method of ["GET", "HEAD"]) {
          const answer = await fetch(link, { method });
          expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
          expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
          expect(answer.headers.get("set-cookie")).toBeNull();
        }
      }
      expect(await onList(site)).not.toContain(email);

      await page.goto(joining);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.join.ask);
      await page.getByRole("button", { name: words.join.button }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.join.done);
      expect(await onList(site)).toContain(email);

      await page.getByRole("link", { name: words.leave.link }).click();
      await page.getByRole("button", { name: words.leave.button }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.leave.done);
      expect(await onList(site)).not.toContain(email);

      // On it once more, and off it as a mail provider does, in its user's name.
      await fetch(joining, { method: "POST" });
      expect(await onList(site)).toContain(email);
      const oneClick = await fetch(leaving, {
        method: "POST",
        body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
        redirect: "error",
      });
      expect(oneClick.status).toBe(200);
      expect(await onList(site)).not.toContain(email);
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

    test("thanks for a sign-up of which no mail is on its way say that the list waits for one", async ({ page }) => {
      await page.goto(`/${lang}/newsletter/received?ref=KX7Q2`);
      await expect(page.getByText(words.unconfirmed)).toBeVisible();
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
    { errors: { email: "Enter your email address", consent: expect.stringContaining("newsletter") } },
  ]);
  const taken = await post({ email: "program@acme.test", consent: "on" });
  expect([taken.status, await taken.json()]).toEqual([201, { ref: expect.stringMatching(/^[2-9A-Z]{5}$/) }]);
});
