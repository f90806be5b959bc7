import { leadForm } from "./support/lead-form.ts";
import { mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { visitors } from "./support/visitors.ts";

const slug = "colombia-leader-in-tech-talent-for-usa-and-latin-america";
const letter = "utm_source=%3Cb%3Eletter%3C%2Fb%3E&utm_medium=email&gclid=Cj0KC";

for (const { words, hasScript, who } of visitors) {
  const { lang, errors } = words;

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("a campaign led to an article, and the article to an inquiry: its mail says so", async ({
      page,
      context,
      site,
      inbox,
    }) => {
      const form = leadForm(page, words, "inquiry");
      await page.goto(`/${lang}/blog/${slug}?${letter}`, { referer: "https://news.test/list?reader=ana@acme.test" });
      await page.getByRole("main").getByRole("link", { name: words.serviceInArticle, exact: true }).click();
      await page.getByRole("link", { name: words.askAboutService }).first().click();
      await form.fillIn({
        name: "Ana",
        email: "ana@acme",
        company: "Acme",
        country: "CA",
        inquiry: `From a letter, ${who}`,
        consent: true,
      });
      await form.button.click();
      // Sent back once: what was known before is still known.
      await form.expectErrors([["email", errors.email]]);
      await form.field("email").fill(`letter-${lang}-${hasScript}@acme.test`);
      await form.button.click();

      const ref = await form.reference();
      const [notice, receipt] = await mailsAbout(ref, site, inbox);
      expect(notice?.attached).toContain(
        [
          "How they found us:",
          "",
          `Read before writing: /${lang}/services/staff-augmentation`,
          `First page here: /${lang}/blog/${slug}`,
          "utm_source: <b>letter</b>",
          "utm_medium: email",
          "gclid: Cj0KC",
        ].join("\n"),
      );
      expect(`${notice?.html} ${notice?.text}`).not.toContain("letter</b>");
      expect(`${notice?.raw} ${receipt?.raw}`).not.toMatch(/reader|news\.test/);
      expect(receipt?.text).not.toContain("letter</b>");
      expect(await context.cookies()).toEqual([]);
    });

    test("who comes from another site to the form is known by that page, without its query", async ({
      page,
      site,
      inbox,
    }) => {
      const form = leadForm(page, words, "contact");
      await page.goto(`/${lang}/contact?ref=ana`, { referer: "https://news.test/list?reader=ana@acme.test" });
      await form.fillIn({
        name: "Luz",
        email: `news-${lang}-${hasScript}@acme.test`,
        contact: `From the news, ${who}`,
        consent: true,
      });
      await form.button.click();

      const [notice] = await mailsAbout(await form.reference(), site, inbox);
      const origin = notice?.attached.split("How they found us:\n\n")[1]?.split("\nSpam score")[0]?.trim();
      expect(origin).toMatch(
        new RegExp(`^Came from: https://news\\.test/(list)?\nFirst page here: /${lang}/contact\nref: ana$`),
      );
    });

    test("the page before is known without any campaign", async ({ page, site, inbox }) => {
      const form = leadForm(page, words, "contact");
      await page.goto(`/${lang}/about`);
      await page
        .getByRole("contentinfo")
        .getByRole("link", { name: /^Contacto?$/ })
        .click();
      await form.fillIn({
        name: "Luz",
        email: `about-${lang}-${hasScript}@acme.test`,
        contact: `From the page about you, ${who}`,
        consent: true,
      });
      await form.button.click();

      const [notice] = await mailsAbout(await form.reference(), site, inbox);
      expect(notice?.attached).toMatch(
        new RegExp(`How they found us:\n\nRead before writing: /${lang}/about\\s*(Spam score|$)`),
      );
    });
  });
}

const strange = ["%zz%ff", "x".repeat(5_000), "%E2%80%AE%00%0D%0ABcc:x", "{{7*7}}"];

test("whatever an address says of a campaign, the page comes and the lead is taken", async ({ site, inbox }) => {
  for (const [index, value] of strange.entries()) {
    const many = Array.from({ length: 200 }, (_, more) => `more_${more}=1`).join("&");
    const address = `${site.url}/en/contact?utm_source=${value}&${many}`;
    expect((await fetch(address)).status).toBe(200);

    const fields = { name: "Ana", email: `strange-${index}@acme.test`, message: `Strange ${index}`, consent: "on" };
    const posted = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { referer: address, accept: "application/json" },
    });
    expect(posted.status).toBe(201);
    const [notice] = await mailsAbout((await posted.json()).ref, site, inbox);
    const source = notice?.attached.split("utm_source: ")[1]?.split("\n")[0] ?? "";
    expect(source.length).toBeGreaterThan(0);
    expect(source.length).toBeLessThanOrEqual(200);
  }
});
