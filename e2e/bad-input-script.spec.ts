import type { Page, Route } from "@playwright/test";
import { filledInContact } from "./support/filled-in-contact.ts";
import { hostileCampaign } from "./support/hostile-campaign.ts";
import { mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { languages } from "./support/visitors.ts";

// What becomes of bad input, and of a bad connection, where script runs: one row of each kind, as a visitor sees it.
// The rows of the tables go through every door by the raw call.

for (const words of languages) {
  const { lang, errors } = words;

  test.describe(`in ${words.language}`, () => {
    test("row 9, what only the server finds wrong is said at the field, and what was typed is kept", async ({
      page,
    }) => {
      // The page's own checks would stop it: it goes bad on the way.
      await onPost(page, lang, (route) => {
        const body = route.request().postDataBuffer()?.toString("utf8") ?? "";
        return route.continue({ postData: body.replace("luz@acme.test", "luz@localhost") });
      });
      const form = await filledInContact(page, words, { message: "Typed with care" });
      await form.button.click();
      await form.expectErrors([["email", errors.email]]);
      await expect(form.field("name")).toHaveValue("Luz Peña");
      await expect(form.field("email")).toHaveValue("luz@acme.test");
      await expect(form.field("contact")).toHaveValue("Typed with care");
      await expect(form.field("consent")).toBeChecked();

      await page.unrouteAll();
      await form.button.click();
      await form.reference();
    });

    test("row 5, an address pasted from a mail program is cleaned and answered", async ({ page, site, inbox }) => {
      const form = await filledInContact(page, words, { message: "Pasted", email: "Ana <ana@corp.com>" });
      await form.button.click();
      const mails = await mailsAbout(await form.reference(), site, inbox);
      expect(mails.map(({ recipients }) => recipients)).toEqual([["sales@dreamcode.test"], ["ana@corp.com"]]);
    });

    test("row 37, forty links are thanked for and shown as likely spam", async ({ page, site, inbox }) => {
      const message = "[url=https://shoes.test]shoes[/url] ".repeat(40);
      const form = await filledInContact(page, words, { message });
      await form.button.click();
      const ref = await form.reference();
      const mails = await mailsAbout(ref, site, inbox);
      expect(mails.map(({ subject }) => subject?.startsWith("[Likely spam] ["))).toEqual([true]);
      expect(await site.leads("show", ref)).toMatch(/^spam score .*many_links anchors/m);
    });

    test("row 39, a hostile campaign on the address of the form runs nothing and keeps nobody from writing", async ({
      page,
      site,
    }) => {
      const dialogs: string[] = [];
      page.on("dialog", (dialog) => dialogs.push(dialog.message()));
      const form = await filledInContact(page, words, { message: "From a campaign", query: `?${hostileCampaign}` });
      await form.button.click();
      const shown = await site.leads("show", await form.reference());
      expect(shown).toContain("<script>alert(1)</script>");
      expect(shown).not.toMatch(/planted|c{201}/);
      expect(dialogs).toEqual([]);
    });

    test("row 18, more than 1 MB is not stored, and said so beside the text", async ({ page }) => {
      // The fields have limits of their own, which the page checks: it grows on the way.
      await onPost(page, lang, (route) => {
        const [boundary] = /^--.*\r\n/.exec(route.request().postData() ?? "") ?? [];
        const part = `${boundary}Content-Disposition: form-data; name="more"\r\n\r\n${"m".repeat(1_100_000)}\r\n`;
        return route.continue({ postData: part + route.request().postData() });
      });
      const form = await filledInContact(page, words, { message: "Typed with care" });
      const statuses: number[] = [];
      page.on("response", (answer) => answer.request().method() === "POST" && statuses.push(answer.status()));
      await form.button.click();
      const summary = page.getByRole("alert").filter({ hasText: words.notSent });
      await expect(summary).toBeFocused();
      await expect(form.field("contact")).toHaveValue("Typed with care");
      expect(statuses).toEqual([413]);
    });

    test("row 18, a megabyte that an extension puts into the form stays here, and the form is sent", async ({
      page,
    }) => {
      const form = await filledInContact(page, words, { message: "Typed with care" });
      await page.waitForLoadState("networkidle");
      await page.locator("main form").evaluate((element, length) => {
        const more = document.createElement("input");
        Object.assign(more, { type: "hidden", name: "more", value: "m".repeat(length) });
        element.append(more);
      }, 1_100_000);
      await form.button.click();
      await form.reference();
    });

    for (const [what, answer] of [
      ["refused as too large", (route: Route) => route.fulfill({ status: 413, body: "" })],
      [
        "answered by something in between",
        (route: Route) => route.fulfill({ status: 502, body: "<h1>Bad gateway</h1>" }),
      ],
      ["cut off before it arrives", (route: Route) => route.abort()],
    ] as const) {
      test(`row 42, a post that is ${what} goes to the stable address`, async ({ page, site, inbox }) => {
        await onPost(page, lang, answer);
        const form = await filledInContact(page, words, { message: `By the other way: ${what}` });
        await form.button.click();
        const [notice, ...others] = await mailsAbout(await form.reference(), site, inbox);
        expect(notice?.text).toContain(`By the other way: ${what}`);
        expect(others).toHaveLength(1);
      });
    }

    test("row 42, what was stored and not answered, twice, is stored once when it is sent again", async ({
      page,
      site,
      inbox,
    }) => {
      const lose = async (route: Route) => {
        await route.fetch({ maxRedirects: 0 });
        await route.abort();
      };
      await onPost(page, lang, lose);
      await page.route("**/api/forms/contact", lose);
      const message = `Sent three times in ${lang}, ${Date.now()}`;
      const form = await filledInContact(page, words, { message });
      await form.button.click();
      await expect(page.getByRole("alert").filter({ hasText: words.notSent })).toBeFocused();

      await page.unrouteAll();
      await form.button.click();
      const ref = await form.reference();
      expect(await mailsAbout(ref, site, inbox)).toHaveLength(2);
      const stored = (await site.leads("export", "--jsonl")).split("\n").filter((line) => line.includes(message));
      expect(stored).toEqual([expect.stringContaining(`"ref":"${ref}"`)]);
    });
  });
}

/** What becomes of the post to the address of the page. */
async function onPost(page: Page, lang: string, answer: (route: Route) => Promise<void>) {
  await page.route(`**/${lang}/contact`, (route) =>
    route.request().method() === "POST" ? answer(route) : route.continue(),
  );
}
