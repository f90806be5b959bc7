import { expect, test } from "vitest";
import { contact, deliverDue, deliveryTo, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { smtpError, smtpForTests } from "#lib/mail/smtp-for-tests.ts";
import { leadDetails } from "./lead-details.ts";

test("each attempt is shown under the message that it was made for", async () => {
  const { desk } = await deskForTests({ leadsTo: ["gone@dreamcode.test", "sales@dreamcode.test"] });
  const smtp = await smtpForTests({
    onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("gone") ? smtpError(550) : null),
  });
  await submitLead(contact({ email: "postmaster@company.com" }), desk, () => "K7QD2");
  await deliverDue(deliveryTo(smtp.url, desk));

  const [, deliveries = ""] = ((await leadDetails("K7QD2", desk.store))?.join("") ?? "").split("deliveries\n");
  const under = (recipient: string) =>
    deliveries.match(new RegExp(`notify to ${recipient}.*\\n.*\\n((?: {4}2026.*\\n)*)`))?.[1]?.trim();
  expect(under("gone@dreamcode.test")).toMatch(/^\S+ {2}permanent {2}EENVELOPE RCPT TO 550 5\.1\.1 {2}\d+ ms$/);
  expect(under("sales@dreamcode.test")).toMatch(/^\S+ {2}sent {2}250 2\.6\.0 {2}\d+ ms$/);
});
