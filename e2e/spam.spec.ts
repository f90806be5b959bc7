import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { enhanced } from "./support/enhanced.ts";
import { filledInContact } from "./support/filled-in-contact.ts";
import { leadForm } from "./support/lead-form.ts";
import { mailSettings, mailsAbout } from "./support/mails.ts";
import { doors, type Field, postForm } from "./support/post-form.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import { english, spanish, visitors } from "./support/visitors.ts";

for (const { words, hasScript, who } of visitors) {
  test.describe(who, () => {
    test.use({ javaScriptEnabled: hasScript });

    test("row 30: who fills in what nobody sees is thanked and shown as likely spam, and has the receipt when released", async ({
      page,
      site,
      inbox,
    }) => {
      const email = `decoy-${randomUUID()}@acme.test`;
      const form = await filledInContact(page, words, { email, message: "Do you work in Calgary?" });
      await page.locator("[name=remarks]").fill("https://cheap.test");
      await form.button.click();
      const ref = await form.reference();
      await expect(page.getByText(words.confirmation)).toHaveCount(0);

      const [notice, ...others] = await mailsAbout(ref, site, inbox);
      expect(others).toEqual([]);
      expect(notice).toMatchObject({ recipients: ["sales@dreamcode.test"], replyTo: [{ address: email }] });
      expect(notice?.subject).toMatch(/^\[Likely spam\] \[/);
      expect(notice?.text).toContain("filled in a field that people do not see");
      expect(await site.leads("list")).toMatch(new RegExp(`^${ref} .* contact +quarantined `, "m"));
      expect(await site.leads("show", ref)).toMatch(/^spam score +[45] decoy/m);

      await site.leads("release", ref);
      await expect.poll(() => mailsAbout(ref, site, inbox)).toHaveLength(2);
      const [, receipt] = await mailsAbout(ref, site, inbox);
      expect(receipt?.recipients).toEqual([email]);
    });

    test("a person is no program", async ({ page, openSite, openInbox }) => {
      const inbox = await openInbox();
      const site = await openSite({ ...mailSettings(inbox), RATE_LIMIT: "on" });
      const tokens: string[] = [];
      page.on("response", (response) => response.url().includes("/api/forms/token?") && tokens.push(response.url()));
      const form = leadForm(page, words, "contact");
      await page.goto(`${site.url}/${words.lang}/contact`);
      const answer = hasScript ? page.waitForResponse("**/api/forms/token?*") : undefined;
      await expect(async () => {
        await form.field("consent").focus();
        await form.field("name").focus();
        if (hasScript) expect(tokens).toHaveLength(1);
      }).toPass();
      await (await answer)?.finished();
      const touched = Date.now();
      await form.fillIn({
        name: "Luz Peña",
        email: "luz@acme.test",
        contact: "Do you work in Calgary?",
        consent: true,
      });
      // Nobody writes a message in four seconds.
      await expect.poll(() => Date.now() - touched, { intervals: [500] }).toBeGreaterThan(4_500);
      await form.button.click();

      const ref = await form.reference();
      expect(await mailsAbout(ref, site, inbox)).toHaveLength(2);
      expect(await site.leads("show", ref)).toMatch(hasScript ? /^spam score +0$/m : /^spam score +1 no_token$/m);
      expect(tokens).toHaveLength(hasScript ? 1 : 0);
    });
  });
}

test("who wrote before the script came is no program either: how long that took is not known", async ({
  page,
  openSite,
  openInbox,
}) => {
  const inbox = await openInbox();
  const site = await openSite({ ...mailSettings(inbox), RATE_LIMIT: "on" });
  const tokens: string[] = [];
  page.on("request", (request) => request.url().includes("/api/forms/token?") && tokens.push(request.url()));
  const scripts = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  const form = leadForm(page, english, "contact");
  await page.goto(`${site.url}/en/about`);
  await page.getByRole("contentinfo").getByRole("link", { name: "Contact", exact: true }).click();
  await form.fillIn({ name: "Luz Peña", email: "luz@acme.test", contact: "Do you work in Calgary?" });

  scripts.resolve();
  await enhanced(page);
  await form.field("consent").check();
  await form.button.click();

  const ref = await form.reference();
  expect(await mailsAbout(ref, site, inbox)).toHaveLength(2);
  expect(await site.leads("show", ref)).toMatch(/^spam score +1 no_token$/m);
  expect(tokens).toEqual([]);
});

test("with script, who comes back and sends a changed text amends the first", async ({ page, site, inbox }) => {
  const email = `again-${randomUUID()}@acme.test`;
  const first = await filledInContact(page, english, { email, message: "Two engineers." });
  await first.button.click();
  const ref = await first.reference();

  await page.goBack();
  await first.fillIn({ name: "Luz Peña", email, contact: "Three engineers.", consent: true });
  await first.button.click();
  expect(await first.reference()).toBe(ref);

  const [amendment, ...others] = await mailsAbout(`${ref}-2`, site, inbox);
  expect(others).toEqual([]);
  expect(amendment?.subject).toBe(`[${ref}-2] Amendment to ${ref}: Message from Luz Peña`);
  expect(amendment?.text).toContain("Three engineers.");
  const [notice] = await mailsAbout(ref, site, inbox);
  expect(notice?.text).toContain("Two engineers.");
});

test("so it is after a link to a field that has a mistake, which makes an entry of its own in the browser's history", async ({
  page,
}) => {
  const email = `hash-${randomUUID()}@acme.test`;
  const form = await filledInContact(page, english, { email, message: "Two engineers." });
  await form.field("consent").uncheck();
  await form.button.click();
  await form.expectErrors([["consent", english.errors.consent]]);
  await form.field("consent").check();
  await form.button.click();
  const ref = await form.reference();

  await page.goBack();
  await form.fillIn({ name: "Luz Peña", email, contact: "Two engineers.", consent: true });
  await form.button.click();
  expect(await form.reference()).toBe(ref);
});

test("row 30, in every other way: thanked, and shown as likely spam", async ({ page, site, inbox }) => {
  test.setTimeout(180_000);
  for (const [name, door] of Object.entries(doors)) {
    const { ref = "" } = await postForm(site, page, "contact", door, fields({ remarks: "x" }));
    expect(ref, name).toMatch(/^[2-9A-Z]{5}$/);
    expect(markedIn(await mailsAbout(ref, site, inbox)), name).toEqual([true]);
    expect(await site.leads("show", ref), name).toMatch(/^status +quarantined$/m);
  }
});

test("row 34: behind a proxy the address that the proxy saw counts, and a forged X-Forwarded-For dodges no limit", async ({
  page,
  openSite,
}) => {
  // Two sites and the command line twenty times.
  test.setTimeout(180_000);
  const site = await openSite({ RATE_LIMIT: "on" });
  const direct = await sendSix(page, site, () => undefined);
  expect(await counted(site, direct)).toEqual(["sender_often"]);
  expect(await site.health()).toMatchObject({ alarms: [] });

  const behindProxy = await openSite({ RATE_LIMIT: "on", TRUSTED_PROXIES: "1" });
  const others = await sendSix(page, behindProxy, (index) => `198.51.100.${index}`);
  expect(await counted(behindProxy, others)).toEqual([]);
  const one = await sendSix(page, behindProxy, (index) => `6.6.6.${index}, 203.0.113.9`);
  expect(await counted(behindProxy, one)).toEqual(["sender_often"]);
});

test("a proxy in front that TRUSTED_PROXIES does not count is said at its first request, and nobody is held for it", async ({
  page,
  openSite,
  openInbox,
}) => {
  const inbox = await openInbox();
  const settings = { ...mailSettings(inbox), ALARM_TO: "alarm@dreamcode.test", RATE_LIMIT: "on" };
  const site = await openSite(settings);
  await fetch(`${site.url}/en`, { headers: { "x-forwarded-for": "198.51.100.1" } });
  expect(site.log()).toContain("A PROXY HIDES THE VISITORS: TRUSTED_PROXIES IS 0");
  expect(await site.health()).toMatchObject({ status: "ok", alarms: ["proxy-untrusted"] });
  await expect
    .poll(() => inbox.messages.map(({ subject }) => subject), { timeout: 30_000 })
    .toContain("[Alarm] A proxy hides the visitors: look at TRUSTED_PROXIES");

  const sent = await sendSix(page, site, (index) => `198.51.100.${index}`);
  expect(await counted(site, sent)).toEqual([]);

  await site.stop();
  await site.restart({ ...settings, TRUSTED_PROXIES: "1" });
  await fetch(`${site.url}/en`, { headers: { "x-forwarded-for": "198.51.100.1" } });
  expect(await site.health()).toMatchObject({ status: "ok", alarms: [] });
});

test("who sends more than a hundred messages a day is told so, with the text kept and where to write", async ({
  page,
  openSite,
  openInbox,
}) => {
  test.setTimeout(120_000);
  const site = await openSite({ ...mailSettings(await openInbox()), RATE_LIMIT: "on" });
  const json = doors["the stable address, as JSON"];
  const sent = Array.from({ length: 100 }, () => fields({ email: `${randomUUID()}@acme.test` }));
  const answers = await Promise.all(sent.map((each) => postForm(site, page, "contact", json, each)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));

  const beyond = fields({ message: "Do you work in Calgary?" });
  for (const [name, door] of Object.entries(doors)) {
    const answer = await postForm(site, page, "contact", door, beyond);
    expect(answer, name).toMatchObject({ status: 429, ref: undefined, errors: {} });
    expect(answer.body, name).toMatch(/hello(@|%40)dreamcode\.test/);
    if (door.accept !== "application/json") {
      expect(answer.kept, name).toMatchObject({ message: "Do you work in Calgary?", name: "Ana Gómez" });
    }
  }
  const direct = await fetch(`${site.url}/api/forms/contact`, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams(beyond as [string, string][]),
  });
  expect(direct.status).toBe(429);
  const seconds = Number(direct.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(86_000);
  expect(seconds).toBeLessThanOrEqual(86_400);
  expect(await direct.json()).toEqual({
    form: "contact",
    error: expect.stringContaining("we did not take this one"),
    writeTo: "hello@dreamcode.test",
  });
  expect(await site.health()).toMatchObject({ status: "ok" });

  const form = await filledInContact(page, spanish, { message: "¿Trabajan en Calgary?", site });
  await form.button.click();
  const summary = page.getByRole("alert").filter({ hasText: spanish.notSent });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("puede enviarlo de nuevo mañana. O escríbanos a hello@dreamcode.test.");
  await expect(summary.getByRole("link", { name: spanish.writeInstead })).toHaveAttribute(
    "href",
    /^mailto:hello@dreamcode\.test\?.*Calgary/,
  );
  await expect(form.field("contact")).toHaveValue("¿Trabajan en Calgary?");
});

test("row 37: 40 links and BBCode are shown as likely spam with the reasons", async ({ page, site, inbox }) => {
  for (const [name, door] of Object.entries(doors)) {
    const message = "[url=https://shoes.test]shoes[/url] ".repeat(40);
    const { ref = "" } = await postForm(site, page, "contact", door, fields({ message }));
    expect(markedIn(await mailsAbout(ref, site, inbox)), name).toEqual([true]);
    expect(await site.leads("show", ref), name).toMatch(
      /^spam score +6 no_token many_links anchors|^spam score .*many_links anchors/m,
    );
  }
});

test("row 38: one link, and Spanish in the English form, cost nothing", async ({ page, site, inbox }) => {
  const message = "Buscamos dos ingenieras. Así trabajamos: https://www.acme.test/equipo";
  for (const [name, door] of Object.entries(doors)) {
    const { ref = "" } = await postForm(site, page, "contact", door, fields({ message }));
    expect(await mailsAbout(ref, site, inbox), name).toHaveLength(2);
    expect(await site.leads("show", ref), name).not.toMatch(/^spam score.*link/m);
  }
});

test("what is sent within two seconds of the first touch has points for it", async ({ page, openSite }) => {
  const site = await openSite({ RATE_LIMIT: "on" });
  const { token } = await (await fetch(`${site.url}/api/forms/token?form=contact`)).json();
  const { ref = "" } = await postForm(site, page, "contact", doors["the page"], fields({ token }));
  expect(await site.leads("show", ref)).toMatch(/^spam score +2 under_2_seconds$/m);
});

test("a token is not kept by anybody on the way, and says nothing of who asked for it", async ({ site }) => {
  const answer = await fetch(`${site.url}/api/forms/token?form=contact`);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect((await answer.json()).token).toMatch(/^[0-9a-z]{8}\.[\w-]{12}\.[\w-]{43}$/);
  expect(answer.headers.get("set-cookie")).toBeNull();
});

test("a site with its limits off says so, loudly", async ({ openSite }) => {
  expect((await openSite()).log()).toContain("RATE_LIMIT IS OFF");
  expect((await openSite({ RATE_LIMIT: "on" })).log()).not.toContain("RATE_LIMIT");
});

function fields(more: Record<string, string>): Field[] {
  // Digits: made-up words would be a reason against some of them.
  const message = `Do you work in Calgary? ${randomInt(2 ** 40)}`;
  const said = { name: "Ana Gómez", email: "ana@acme.test", message, consent: "on", key: randomUUID() };
  return Object.entries({ ...said, ...more });
}

/** The references of six messages, each of another person, through one door after the other. */
async function sendSix(page: Page, site: Site, forwardedFor: (index: number) => string | undefined): Promise<string[]> {
  const ways = [doors["the page"], doors["the stable address, as JSON"], doors["the page, as JSON"]];
  const sent = ways.concat(ways).map((door, index) => {
    const headers = { "accept-language": "en", "x-forwarded-for": forwardedFor(index) };
    return postForm(site, page, "contact", door, fields({ email: `${randomUUID()}@acme.test` }), { headers });
  });
  return (await Promise.all(sent)).map(({ ref = "" }) => ref);
}

/** What speaks against the leads, each reason beyond the missing token. */
async function counted(site: Site, refs: string[]): Promise<string[]> {
  const shown = await Promise.all(refs.map((ref) => site.leads("show", ref)));
  return shown.map((text) => /^spam score +\d+ no_token ?(.*)$/m.exec(text)?.[1] ?? text).filter(Boolean);
}

function markedIn(mails: Awaited<ReturnType<typeof mailsAbout>>): boolean[] {
  return mails.map(({ subject = "" }) => subject.startsWith("[Likely spam] ["));
}
