import { leadForm } from "./support/lead-form.ts";
import { expectOrderly, mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { english, visitors } from "./support/visitors.ts";

const slug = "colombia-leader-in-tech-talent-for-usa-and-latin-america";

for (const { words, hasScript, who } of visitors) {
  const { lang, errors } = words;
  const email = `reply-${lang}-${hasScript ? "script" : "plain"}@acme.test`;

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("a reader of an article leaves a reply, which reaches the team and not the site", async ({
      page,
      site,
      inbox,
    }) => {
      await page.goto(`/${lang}/blog/${slug}`);
      await expect(page.getByRole("heading", { name: words.noReplies, exact: true })).toBeVisible();
      await page.getByRole("link", { name: words.titles.reply, exact: true }).click();
      await expect(page.getByRole("main").getByRole("link", { name: words.article })).toBeVisible();

      const form = leadForm(page, words, "reply");
      await form.fillIn({
        name: "Luz Peña",
        email,
        reply: "In Cali too.\nSee <b>https://cali.test</b>",
        replyConsent: true,
      });
      await form.button.click();

      const ref = await form.reference();
      const [notice, receipt, ...more] = await mailsAbout(ref, site, inbox);
      if (!notice || !receipt) throw new Error("There should be a notice and a receipt");
      expect(more).toEqual([]);
      expect(notice).toMatchObject({
        recipients: ["sales@dreamcode.test"],
        replyTo: [{ name: "Luz Peña", address: email }],
        subject: `[${ref}] Reply to “${words.article}”`,
      });
      expect(notice.text).toContain(`Article: ${words.article}, /${lang}/blog/${slug}`);
      expect(notice.text).toContain("In Cali too.\nSee <b>https://cali.test</b>");
      expect(notice.html).not.toContain("<b>https");
      expect(receipt).toMatchObject({
        recipients: [email],
        subject: `[${ref}] ${words.receipt.reply}`,
        replyTo: [{ name: "DreamCode", address: "sales@dreamcode.test" }],
      });
      expect(receipt.text).toContain(words.article);
      expect(receipt.text).not.toContain("Cali");
      expectOrderly(notice);
      expectOrderly(receipt);
      expect(await site.leads("show", ref)).toContain(words.labels.replyConsent);

      await page.goto(`/${lang}/blog/${slug}`);
      await expect(page.getByRole("heading", { name: words.noReplies, exact: true })).toBeVisible();
    });

    test("a reply with mistakes is explained, keeps what was typed and its article, and is sent once mended", async ({
      page,
      site,
      inbox,
    }) => {
      const form = leadForm(page, words, "reply");
      await page.goto(`/${lang}/reply?article=${slug}`);
      await form.fillIn({ name: "Luz Peña", email: "luz@acme", reply: "Typed with care" });
      await form.button.click();

      await form.expectErrors([
        ["email", errors.email],
        ["replyConsent", errors.replyConsent],
      ]);
      await expect(page).toHaveTitle(`Error: ${words.titles.reply} · DreamCode`);
      await expect(form.field("name")).toHaveValue("Luz Peña");
      await expect(form.field("email")).toHaveValue("luz@acme");
      await expect(form.field("reply")).toHaveValue("Typed with care");

      await form.fillIn({ email: `mended-${email}`, replyConsent: true });
      await form.button.click();
      const ref = await form.reference();
      const [notice] = await mailsAbout(ref, site, inbox);
      expect(notice?.subject).toBe(`[${ref}] Reply to “${words.article}”`);
      expect(notice?.text).toContain("Typed with care");
    });
  });
}

test("the language switch leads to the form for the same article", async ({ page }) => {
  await page.goto(`/en/reply?article=${slug}`);
  await page.getByRole("contentinfo").getByRole("link", { name: "Español" }).click();
  await expect(page).toHaveURL(new RegExp(`/es/reply\\?article=${slug}$`));
});

test("a program replies at the stable address, also to an article that is gone", async ({ site, inbox }) => {
  const answer = await fetch(`${site.url}/api/forms/reply`, {
    method: "POST",
    headers: { accept: "application/json", "accept-language": "en", "user-agent": "a program" },
    body: new URLSearchParams({
      article: "gone-since",
      name: "Ana",
      email: "program-reply@acme.test",
      message: "Still true.",
      consent: "on",
    }),
  });
  expect(answer.status).toBe(201);
  const { ref } = await answer.json();
  const [notice] = await mailsAbout(ref, site, inbox);
  expect(notice?.subject).toBe(`[${ref}] Reply`);
  expect(notice?.text).toContain("Article: /en/blog/gone-since");
});

test("the page that is read has no form and brings no script for one", async ({ site }) => {
  const html = await (await fetch(`${site.url}/en/blog/${slug}`)).text();
  expect(html).toContain(`href="/en/reply?article=${slug}"`);
  expect(html).not.toContain(english.labels.replyConsent);
});
