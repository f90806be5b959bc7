import { testMail as words } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import { smtpMailer } from "#lib/mail/smtp-mailer.ts";
import type { Check } from "../finding.ts";
import { patienceMs } from "../patience-ms.ts";

/** To one of ours, and only when it was asked for. */
export const testMail: Check = async ({ env, sendsTestMail }) => {
  const to = env.alarmTo[0] ?? env.leadsTo[0];
  if (!sendsTestMail || !env.smtp || !to) return undefined;
  const { siteUrl, smtp } = env;
  const mail = {
    messageId: `<doctor.${Date.now()}@${new URL(siteUrl).hostname}>`,
    from: smtp.from,
    to,
    subject: words.subject,
    headers: {},
    text: fill(words.body, { siteUrl }),
  };
  const outcome = await smtpMailer(smtp).send(mail, AbortSignal.timeout(2 * patienceMs), patienceMs);
  if (outcome.class === "sent")
    return { state: "ok", seen: `the mail server took one to ${to}: look whether it arrives` };
  return {
    state: "wrong",
    seen: `the mail server did not take one to ${to} (${outcome.reply})`,
    todo: "Look at MAIL_FROM, and whether the account may send as that address.",
  };
};
