import { copyFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { freePort } from "../scripts/free-port.ts";
import { mountSmallDisk } from "../scripts/small-disk.ts";
import { filledInContact } from "./support/filled-in-contact.ts";
import { mailSettings, mailsAbout } from "./support/mails.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import { english } from "./support/visitors.ts";

test("a full disk is 503 before and after it refuses a message, and 200 while there is room", async ({
  page,
  openSite,
}) => {
  test.setTimeout(90_000);
  // CI runs as root, where this can be tried; elsewhere the unit test says the same of a desk.
  const disk = mountSmallDisk(8);
  if (!disk && process.env.CI) throw new Error("A disk to fill has to be mounted: run as root.");
  if (!disk) return;
  try {
    const site = await openSite({ DATA_DIR: disk.folder });
    expect(await answerOf(site)).toMatchObject({ code: 200, status: "ok", alarms: ["disk-low"] });

    disk.fill();
    await expect.poll(() => answerOf(site)).toMatchObject({ code: 503, status: "failing", store: "sqlite" });
    expect((await answerOf(site)).alarms).toContain("disk-full");
    disk.clear();
    await expect.poll(() => answerOf(site)).toMatchObject({ code: 200, alarms: ["disk-low"] });

    disk.fill();
    const form = await filledInContact(page, english, { message: "m".repeat(9_000), site });
    await form.button.click();
    await expect(page.getByRole("alert").filter({ hasText: english.notSent })).toBeFocused();
    await expect(form.field("contact")).toHaveValue("m".repeat(9_000));
    disk.clear();
    await form.button.click();
    await form.reference();
    await expect
      .poll(() => answerOf(site))
      .toMatchObject({ code: 503, status: "failing", alarms: ["disk-low", "lead-refused"] });
    await site.kill();
  } finally {
    disk.remove();
  }
});

test("a database that was moved away is 503, keeps what comes, and takes it after the next start", async ({
  page,
  openSite,
  openInbox,
}) => {
  test.setTimeout(90_000);
  const inbox = await openInbox();
  const site = await openSite({ ...mailSettings(inbox), ALARM_TO: "alarm@dreamcode.test" });
  await rename(join(site.dataDir, "leads.sqlite"), join(site.dataDir, "moved.sqlite"));
  expect(await answerOf(site)).toMatchObject({ code: 503, status: "failing", alarms: ["store-moved"] });

  const form = await filledInContact(page, english, { message: "Typed with care", site });
  await form.button.click();
  const ref = await form.reference();
  expect((await answerOf(site)).alarms).toContain("leads-in-spool");
  await expect
    .poll(() => inbox.messages.map(({ subject }) => subject), { timeout: 30_000 })
    .toContain("[Alarm] The database file or a file beside it was moved");

  await site.stop();
  await copyFile(join(site.dataDir, "moved.sqlite"), join(site.dataDir, "leads.sqlite"));
  await site.restart(mailSettings(inbox));
  await expect.poll(() => answerOf(site)).toMatchObject({ code: 200, pending: 0, alarms: [] });
  expect(await mailsAbout(ref, site, inbox)).toHaveLength(2);
});

test("a login that is refused is 503 and says so", async ({ page, openSite }) => {
  const smtpPort = await freePort();
  const server = new SMTPServer({
    authMethods: ["PLAIN"],
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth: (_auth, _session, answer) => answer(new Error("wrong")),
  });
  await new Promise<void>((listening) => server.listen(smtpPort, "127.0.0.1", listening));
  const site = await openSite({
    ...mailSettings({ smtpPort }),
    SMTP_URL: `smtp://site:hunter2@127.0.0.1:${smtpPort}`,
  });
  expect(await answerOf(site)).toMatchObject({ code: 200, mail: "ok" });

  const form = await filledInContact(page, english, { message: "Typed with care", site });
  await form.button.click();
  await form.reference();
  await expect
    .poll(() => answerOf(site), { timeout: 30_000 })
    .toMatchObject({ code: 503, status: "failing", mail: "paused", pending: 2, dead: 0, alarms: ["mail-paused"] });
  await new Promise<void>((closed) => server.close(closed));
});

async function answerOf(site: Site) {
  const answer = await fetch(`${site.url}/api/health`);
  const said: Awaited<ReturnType<Site["health"]>> = await answer.json();
  return { code: answer.status, ...said };
}
