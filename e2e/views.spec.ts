import { browserName } from "./support/browser-name.ts";
import { leadForm } from "./support/lead-form.ts";
import { mailSettings } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { languages } from "./support/visitors.ts";

const slug = "colombia-leader-in-tech-talent-for-usa-and-latin-america";
const crawler = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

test.use({ userAgent: browserName });

for (const words of languages) {
  const { lang } = words;
  const article = `/${lang}/blog/${slug}`;
  const contact = `/${lang}/contact`;

  test(`in ${words.language}: of a campaign it is counted who read an article, opened the form from it and sent it; programs and what is fetched ahead are no views`, async ({
    page,
    context,
    openSite,
    inbox,
  }) => {
    const site = await openSite(mailSettings(inbox));
    await page.goto(`${site.url}${article}?utm_source=letter&utm_medium=email&utm_campaign=spring`);
    const link = page.getByRole("contentinfo").getByRole("link", { name: /^Contacto?$/ });
    // By its address, since a browser that the pointer made fetch it ahead would not ask for it again.
    const address = (await link.getAttribute("href")) ?? "";
    await page.goto(`${site.url}${address}`, { referer: `${site.url}${article}` });
    const form = leadForm(page, words, "contact");
    await form.fillIn({ name: "Ana", email: `views-${lang}@acme.test`, contact: "From the letter", consent: true });
    await form.button.click();
    await form.reference();
    await page.goto(`${site.url}/${lang}/about`, { referer: "https://news.test/list?reader=ana@acme.test" });
    expect(await context.cookies()).toEqual([]);

    const unread: Record<string, string>[] = [
      { "user-agent": crawler },
      { "user-agent": browserName, "sec-purpose": "prefetch;prerender" },
    ];
    for (const headers of unread) {
      expect((await fetch(`${site.url}${article}`, { headers })).status).toBe(200);
    }

    // What is still in memory is written at a stop.
    expect(await site.stop()).toBe(0);
    const { views } = JSON.parse(await site.leads("stats", "--json"));
    expect(views.page).toEqual([
      { value: article, views: 1, ahead: 1, opened: 1, openedAhead: 0, sent: 1 },
      { value: `/${lang}/about`, views: 1, ahead: 0, opened: 0, openedAhead: 0, sent: 0 },
      { value: contact, views: 1, ahead: 0, opened: 0, openedAhead: 0, sent: 0 },
    ]);
    expect(views.campaign).toEqual([
      { value: "spring (letter / email)", views: 2, ahead: 0, opened: 1, openedAhead: 0, sent: 1 },
      { value: "-", views: 1, ahead: 1, opened: 0, openedAhead: 0, sent: 0 },
    ]);
    expect(views.source).toEqual([
      { value: "letter", views: 2, ahead: 0 },
      { value: "news.test", views: 1, ahead: 0 },
      { value: "-", views: 0, ahead: 1 },
    ]);
    expect(views.language).toEqual([{ value: lang, views: 3, ahead: 1 }]);
    expect(await site.leads("stats")).toMatch(
      new RegExp(`^PAGE +VIEWS +AHEAD +OPENED +AHEAD +SENT\n${article} +1 +1 +1 +0 +1\n`, "m"),
    );
  });
}
