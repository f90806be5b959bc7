import { clearTextWarning } from "#lib/mail/clear-text-warning.ts";
import { readSmtpUrl } from "#lib/mail/read-smtp-url.ts";
import { smtpMailer } from "#lib/mail/smtp-mailer.ts";
import type { Check } from "../finding.ts";
import { patienceMs } from "../patience-ms.ts";

export const mailServer: Check = async ({ env: { smtp } }) => {
  if (!smtp) {
    return {
      state: "warning",
      seen: "SMTP_URL is not set: inquiries are stored, and no mail is sent",
      todo: "Set SMTP_URL, MAIL_FROM and LEADS_TO.",
    };
  }
  const { host, port, hasLogin } = readSmtpUrl(smtp.url);
  const failure = await smtpMailer(smtp).logIn(AbortSignal.timeout(patienceMs));
  if (failure?.class === "configuration") {
    return { state: "wrong", seen: failure.reply, todo: "Correct what it names, and restart the site." };
  }
  if (failure) {
    return {
      state: "wrong",
      seen: `port ${port} of ${host} takes no login within ${patienceMs / 1000} seconds (${failure.reply})`,
      todo: "Look whether a firewall lets this machine out to that port, or try again in a minute.",
    };
  }
  const isInClear = clearTextWarning(smtp.url);
  if (isInClear) return { state: "warning", seen: "SMTP_URL says ignoreTLS=true", todo: isInClear };
  return {
    state: "ok",
    seen: `${host} answers on port ${port}${hasLogin ? " and takes the login" : ", without a login"}`,
  };
};
