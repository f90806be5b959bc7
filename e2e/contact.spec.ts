import { filledInContact } from "./support/filled-in-contact.ts";
import { mailSettings, mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { english, visitors } from "./support/visitors.ts";

// With the fades from page to page, which other journeys leave out.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

for (const { words, hasScript, who } of visitors) {
  const { lang, errors } = words;
  const email = `${lang}-${hasScript ? "script" : "plain"}@acme.test`;

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("a message reaches the team, and its sender gets a receipt", async ({ page, site, inbox }) => {
      const form = await filledInContact(page, words, { email, message: "Do you work in Calgary?\n.\nRegards" });
      await form.button.click();

      const ref = await form.reference();
      await expect(page.getByText(words.confirmation)).toBeVisible();
      const mails = await mailsAbout(ref, site, inbox);
      expect(mails).toMatchObject([
        {
          recipients: ["sales@dreamcode.test"],
          replyTo: [{ name: "Luz Peña", address: email }],
          subject: `[${ref}] Message from Luz Peña`,
          text: expect.stringContaining("Do you work in Calgary?\n.\nRegards"),
        },
        {
          recipients: [email],
          subject: `[${ref}] ${words.receipt.contact}`,
          replyTo: [{ name: "DreamCode", address: "sales@dreamcode.test" }],
        },
      ]);
      expect(mails[1]?.text).not.toContain("Calgary");
    });

    test("a message with mistakes is explained, keeps what was typed, and is sent once mended", async ({
      page,
      site,
      inbox,
    }) => {
      const form = await filledInContact(page, words, { email: "luz@acme, luz@home.test", message: "Typed with care" });
      await form.field("consent").uncheck();
      await form.button.click();

      await form.expectErrors([
        ["email", errors.severalEmails],
        ["consent", errors.consent],
      ]);
      await expect(page).toHaveTitle(`Error: ${words.titles.contact} · DreamCode`);
      await expect(form.field("name")).toHaveValue("Luz Peña");
      await expect(form.field("email")).toHaveValue("luz@acme, luz@home.test");
      await expect(form.field("contact")).toHaveValue("Typed with care");
      await expect(form.field("consent")).not.toBeChecked();

      await form.fillIn({ email, consent: true });
      await form.button.click();
      const [notice] = await mailsAbout(await form.reference(), site, inbox);
      expect(notice?.text).toContain("Typed with care");
    });

    test("a double click sends one message", async ({ page, site, inbox }) => {
      const impatient = `twice-${email}`;
      const form = await filledInContact(page, words, { email: impatient, message: "Is anybody there?" });
      await form.button.dblclick();

      expect(await mailsAbout(await form.reference(), site, inbox)).toHaveLength(2);
      const receipts = inbox.messages.filter(({ envelope }) => envelope.to.includes(impatient));
      expect(receipts).toHaveLength(1);
    });
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the same message sent again keeps its reference, a changed one is not lost", async ({ page, site, inbox }) => {
    const mail = { email: "again@acme.test", message: "Sent twice" };
    const first = await filledInContact(page, english, mail);
    await first.button.click();
    const ref = await first.reference();

    const second = await filledInContact(page, english, mail);
    await second.button.click();
    expect(await second.reference()).toBe(ref);
    expect(await mailsAbout(ref, site, inbox)).toHaveLength(2);

    const third = await filledInContact(page, english, { ...mail, message: "Sent twice, and now corrected" });
    await third.button.click();
    const [correction] = await mailsAbout(await third.reference(), site, inbox);
    expect(correction?.text).toContain("Sent twice, and now corrected");
  });
});

test.describe("without script, on a site with limits", () => {
  test.use({ javaScriptEnabled: false });

  test("who writes again on the same day has a second confirmation, and is promised no third, and gets none", async ({
    page,
    openSite,
    openInbox,
  }) => {
    const inbox = await openInbox();
    const site = await openSite({ ...mailSettings(inbox), RATE_LIMIT: "on" });
    const confirmation = page.getByText(english.confirmation);
    const form = await filledInContact(page, english, { message: "Do you work in Calgary?", site });
    await form.button.click();
    const first = await form.reference();
    await expect(confirmation).toBeVisible();
    await page.reload();
    await expect(confirmation).toBeVisible();
    expect(await mailsAbout(first, site, inbox)).toHaveLength(2);

    await filledInContact(page, english, { message: "And in Montréal?", site });
    await form.button.click();
    const second = await form.reference();
    await expect(confirmation).toBeVisible();
    expect(await mailsAbout(second, site, inbox)).toHaveLength(2);

    await filledInContact(page, english, { message: "And in Halifax?", site });
    await form.button.click();
    const third = await form.reference();
    await expect(confirmation).toHaveCount(0);
    expect((await mailsAbout(third, site, inbox)).map(({ recipients }) => recipients)).toEqual([
      ["sales@dreamcode.test"],
    ]);
  });
});

test("with script, mistakes are named without asking the server", async ({ page }) => {
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));

  // A click that comes before the script has taken over is a plain post, which is right and not what is tested here.
  await expect(async () => {
    posts.length = 0;
    const form = await filledInContact(page, english, { email: "luz@", message: "Hello" });
    await form.button.click();
    await form.expectErrors([["email", english.errors.email]]);
    expect(posts).toEqual([]);
  }).toPass();
});

test("with script, a message is one request to the address of its page", async ({ page }) => {
  const posts: string[] = [];
  page.on("response", (response) => {
    if (response.request().method() === "POST") posts.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  const form = await filledInContact(page, english, { message: "Once" });
  await page.waitForLoadState("networkidle");
  await form.button.click();
  await form.reference();
  expect(posts).toEqual(["201 /en/contact"]);
});

test("script is asked for once the page has its styles, so that it does not hold them up", async ({ page, site }) => {
  const events: string[] = [];
  page.on("request", (request) => request.resourceType() === "script" && events.push("script is asked for"));
  await page.route("**/*.css", async (route) => {
    await page.waitForSelector("footer", { state: "attached" });
    events.push("styles come");
    await route.continue();
  });

  await page.goto(`${site.url}/en/contact`);

  expect(events.slice(0, 2)).toEqual(["styles come", "script is asked for"]);
});
