import { filledInContact } from "./support/filled-in-contact.ts";
import { mailsAbout } from "./support/mails.ts";
import { expect, test } from "./support/test.ts";
import { visitors } from "./support/visitors.ts";

const said = {
  en: {
    offer: "Would you rather talk?",
    guess: "We do not know your time zone",
    done: "We have your request for a call",
    unbooked: "Nothing is booked yet",
    zone: "Your city or time zone",
    show: "Show its times",
    here: "Bogotá",
  },
  es: {
    offer: "¿Prefiere que hablemos?",
    guess: "No conocemos su zona horaria",
    done: "Recibimos su solicitud de llamada",
    unbooked: "Todavía no hay una cita",
    zone: "Su ciudad o zona horaria",
    show: "Ver sus horas",
    here: "Bogotá",
  },
};

for (const { words, hasScript, who } of visitors) {
  const text = words.lang === "es" ? said.es : said.en;
  const email = `call-${words.lang}-${hasScript ? "script" : "plain"}@acme.test`;

  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("asks for a call with one press after a message, and for another time from the mail", async ({
      page,
      site,
      inbox,
    }) => {
      const form = await filledInContact(page, words, { email, message: "I would rather talk about it." });
      await form.button.click();
      const ref = await form.reference();
      await expect(page.getByRole("heading", { name: text.offer })).toBeVisible();
      await expect(page.getByText(text.guess)).toBeVisible();
      const times = page.getByRole("button", { name: text.here });
      await expect(times).toHaveCount(3);
      await times.first().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(text.done);
      await expect(page.getByText(text.unbooked)).toBeVisible();

      const callsIn = (mails: Awaited<ReturnType<typeof mailsAbout>>) =>
        mails.filter(({ headers }) => headers.get("message-id")?.includes(".call."));
      const mails = await mailsAbout(ref, site, inbox);
      const [asked] = callsIn(mails);
      const notice = mails.find(({ headers }) => headers.get("message-id")?.includes(".notify."));
      expect(asked?.recipients).toEqual(["sales@dreamcode.test"]);
      expect(asked?.headers.get("in-reply-to")).toBe(notice?.headers.get("message-id"));
      expect(asked?.raw).toMatch(/content-type: text\/calendar/i);

      const receipt = mails.find(({ recipients }) => recipients[0] === email);
      await page.goto(new RegExp(`${site.url}/call/\\S+`).exec(receipt?.text ?? "")?.[0] ?? "");
      await page.getByLabel(text.zone).fill("Madrid");
      await page.getByRole("button", { name: text.show }).click();
      await page.getByRole("button", { name: "Madrid" }).nth(1).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(text.done);
      expect(callsIn(await mailsAbout(ref, site, inbox))).toHaveLength(2);
      expect(await site.leads("show", ref)).toContain("Europe/Madrid");
    });
  });
}
