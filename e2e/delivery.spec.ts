import type { Page } from "@playwright/test";
import { freePort } from "../scripts/free-port.ts";
import { filledInContact } from "./support/filled-in-contact.ts";
import { mailSettings, mailsAbout } from "./support/mails.ts";
import { runNpm } from "./support/run-npm.ts";
import type { Site } from "./support/site.ts";
import { startStalledMailServer } from "./support/stalled-mail-server.ts";
import { expect, test } from "./support/test.ts";
import { english } from "./support/visitors.ts";

const bothMails = [{ recipients: ["sales@dreamcode.test"] }, { recipients: ["luz@acme.test"] }];

test("while the mail server is down visitors are thanked, and their mails arrive once it is back", async ({
  page,
  openSite,
  openInbox,
}) => {
  test.setTimeout(90_000);
  const smtpPort = await freePort();
  const site = await openSite(mailSettings({ smtpPort }));

  const ref = await sendMessage(page, site);
  await expect.poll(async () => (await site.leads("show", ref)).match(/transient +ESOCKET/g)).toHaveLength(2);
  expect(await site.health()).toMatchObject({ status: "ok", mail: "ok", pending: 2, dead: 0 });

  const inbox = await openInbox(smtpPort);
  // The second attempt is half a minute after the first, give or take a fifth.
  await expect.poll(site.health, { timeout: 45_000 }).toMatchObject({ pending: 0 });
  expect(await mailsAbout(ref, site, inbox)).toMatchObject(bothMails);
});

test("without a mail server leads are kept, loudly, through a power cut, and go out once one is configured", async ({
  page,
  openSite,
  openInbox,
}) => {
  const site = await openSite();
  expect(site.log()).toContain("NO MAIL IS SENT: SMTP_URL is not set.");
  expect(await site.health()).toMatchObject({ status: "ok", mail: "unconfigured", pending: 0 });

  const ref = await sendMessage(page, site);
  await site.kill();

  const inbox = await openInbox();
  await site.restart(mailSettings(inbox));
  expect(await site.health()).toMatchObject({ status: "ok", mail: "ok" });
  expect(await mailsAbout(ref, site, inbox)).toMatchObject(bothMails);
});

test("a site with DELIVERY=off takes inquiries and leaves the mail to a worker, whose coming and going health tells", async ({
  page,
  openSite,
  openInbox,
}) => {
  const inbox = await openInbox();
  const settings = { ...mailSettings(inbox), DELIVERY: "off" };
  const site = await openSite(settings);
  expect(site.log()).toContain("NO MAIL IS SENT: DELIVERY is off, and no worker runs.");
  const ref = await sendMessage(page, site);
  expect(await site.health()).toMatchObject({ status: "ok", mail: "unconfigured", pending: 2 });

  const worker = runNpm("worker", ".", { ...settings, SITE_URL: site.url, DATA_DIR: site.dataDir });
  expect(await mailsAbout(ref, site, inbox)).toMatchObject(bothMails);
  await expect.poll(site.health).toMatchObject({ status: "ok", mail: "ok", pending: 0 });

  process.kill(worker.pid, "SIGTERM");
  await worker.ended;
  expect(await site.health()).toMatchObject({ status: "ok", mail: "unconfigured" });
});

test("a password is not sent without TLS: health says so at once, the start when it was asked for, and no lead is lost", async ({
  page,
  openSite,
  openInbox,
}) => {
  test.setTimeout(120_000);
  const inbox = await openInbox();
  // This machine under an address by which the site does not know it.
  const elsewhere = `smtp://site:hunter2@0.0.0.0:${inbox.smtpPort}`;
  const site = await openSite({ ...mailSettings(inbox), SMTP_URL: elsewhere });
  expect(site.log()).not.toContain("ignoreTLS");

  const ref = await sendMessage(page, site);
  await expect.poll(site.health).toMatchObject({
    mail: "paused",
    reason: expect.stringMatching(/^ETLS STARTTLS 5\d\d.*: 0\.0\.0\.0 offers no TLS, so the password was not sent\./),
  });
  expect(inbox.messages).toEqual([]);

  await site.stop();
  await site.restart({ ...mailSettings(inbox), SMTP_URL: `${elsewhere}?ignoreTLS=true` });
  expect(site.log()).toContain("*** SMTP_URL SAYS ignoreTLS=true: the password goes out in clear");
  expect(site.log()).not.toContain("hunter2");

  await site.stop();
  await site.restart(mailSettings(inbox));
  expect(await mailsAbout(ref, site, inbox)).toMatchObject(bothMails);
});

test("a server killed while it hands over mail delivers after its restart: to the team again, to the visitor not twice", async ({
  page,
  openSite,
  openInbox,
}) => {
  test.setTimeout(120_000);
  const stalled = await startStalledMailServer(await freePort());
  const site = await openSite(mailSettings(stalled));

  const ref = await sendMessage(page, site);
  await expect.poll(() => stalled.taken).toHaveLength(2);
  await site.kill();
  await stalled.close();

  const inbox = await openInbox(stalled.smtpPort);
  await site.restart(mailSettings(inbox));
  // What a killed process was sending is taken up after a minute.
  await expect.poll(site.health, { timeout: 80_000 }).toMatchObject({ pending: 0, dead: 0 });
  const mails = await mailsAbout(ref, site, inbox);
  const first = stalled.taken.find(({ to }) => to?.[0]?.address === "sales@dreamcode.test");
  expect(mails.map(({ recipients }) => recipients)).toEqual([["sales@dreamcode.test"]]);
  expect(mails[0]?.headers.get("message-id")).toBe(first?.messageId);
});

test("leads kept in PostgreSQL arrive, also those that came while it was away", async ({
  page,
  postgres,
  openSite,
  openInbox,
}) => {
  const inbox = await openInbox();
  const site = await openSite({ ...mailSettings(inbox), DATABASE_URL: postgres.url });
  const ref = await sendMessage(page, site);
  expect(await mailsAbout(ref, site, inbox)).toMatchObject(bothMails);
  expect(await site.health()).toMatchObject({ status: "ok", store: "postgres", pending: 0 });
  expect(await site.leads("show", ref)).toContain("Luz Peña");

  await postgres.stop();
  const later = await sendMessage(page, site);
  expect(await site.health()).toMatchObject({ status: "failing", store: "postgres", pending: 1 });

  await postgres.start();
  await expect.poll(site.health, { timeout: 40_000 }).toMatchObject({ status: "ok", pending: 0 });
  const mails = await mailsAbout(later, site, inbox);
  expect(mails.map(({ recipients }) => recipients)).toContainEqual(["sales@dreamcode.test"]);
});

test("a site starts while its database is away, and what comes is delivered once that answers", async ({
  page,
  postgres,
  openSite,
  openInbox,
}) => {
  const inbox = await openInbox();
  await postgres.stop();
  const site = await openSite({ ...mailSettings(inbox), DATABASE_URL: postgres.url });
  expect(site.log()).toContain("STARTED WITHOUT THE DATABASE");
  const ref = await sendMessage(page, site);
  expect(await site.health()).toMatchObject({ status: "failing", store: "postgres", pending: 1 });

  await postgres.start();
  const mails = await mailsAbout(ref, site, inbox);
  expect(mails.map(({ recipients }) => recipients)).toContainEqual(["sales@dreamcode.test"]);
});

test("a site whose database does not exist does not start, and says so in one line", async ({ postgres, openSite }) => {
  const url = Object.assign(new URL(postgres.url), { pathname: "/nowhere" }).href;
  const failure = await openSite({ DATABASE_URL: url }).catch(String);
  expect(failure).toMatch(/The database nowhere on \S+ \(DATABASE_URL\) cannot be opened: it does not exist \(3D000\)/);
  expect(failure).not.toMatch(/\.ts:\d+/);
});

test("a server asked to end while the mail server says nothing ends within 5 seconds, and delivers after its restart", async ({
  page,
  openSite,
  openInbox,
}) => {
  const stalled = await startStalledMailServer(await freePort());
  const site = await openSite(mailSettings(stalled));

  const ref = await sendMessage(page, site);
  await expect.poll(() => stalled.taken).toHaveLength(2);
  expect(await site.stop()).toBe(0);
  await stalled.close();

  const inbox = await openInbox(stalled.smtpPort);
  await site.restart(mailSettings(inbox));
  expect(await mailsAbout(ref, site, inbox)).toMatchObject([{ recipients: ["sales@dreamcode.test"] }]);
});

test("a server with nothing to do ends at once when it is asked to", async ({ openSite }) => {
  const site = await openSite();
  expect(await site.stop()).toBe(0);
});

test("a visitor whose message cannot reach the server is told so, and sends the same text once it is back", async ({
  page,
  openSite,
  openInbox,
}) => {
  const inbox = await openInbox();
  const site = await openSite(mailSettings(inbox));
  const form = await filledInContact(page, english, { message: "Is this safe with you?", site });
  await site.kill();

  await form.button.click();
  const trouble = page.getByRole("alert").filter({ hasText: "Your message was not sent" });
  await expect(trouble).toBeFocused();
  await expect(form.field("contact")).toHaveValue("Is this safe with you?");

  await site.restart(mailSettings(inbox));
  await form.button.click();
  expect(await mailsAbout(await form.reference(), site, inbox)).toMatchObject(bothMails);
});

async function sendMessage(page: Page, site: Site): Promise<string> {
  const form = await filledInContact(page, english, { message: "Is this safe with you?", site });
  await form.button.click();
  return form.reference();
}
