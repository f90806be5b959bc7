import { expect, test } from "vitest";
import { deliverDue, deliveryTo, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { queueNews } from "./queue-news.ts";

test.each([
  [["alarm@dreamcode.test"], ["alarm@dreamcode.test"]],
  [[], ["sales@dreamcode.test"]],
])("news of a publication go to ALARM_TO, and where that is %j to %j", async (alarmTo, recipients) => {
  const { desk } = await deskForTests({ alarmTo });
  const smtp = await smtpForTests();
  await queueNews({ subject: "Published", text: "A draft has an address" }, desk);
  await deliverDue(deliveryTo(smtp.url, desk));
  expect(smtp.mails.map(({ to }) => to)).toEqual([recipients]);
  expect(smtp.mails[0]?.mail).toMatchObject({ subject: "Published", text: expect.stringContaining("has an address") });
});
