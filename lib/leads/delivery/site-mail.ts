import type { Mail } from "#lib/mail/mail.ts";
import { mailPage, quoted } from "#lib/mail/mail-page.ts";

/** A mail from the site itself to its team, such as an alarm or a digest. */
export function siteMail({ subject, text: message }: Pick<Mail, "subject" | "text">) {
  return {
    subject,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    text: message,
    html: mailPage({ lang: "en", title: subject, blocks: [quoted(message)], footer: [] }),
  } satisfies Partial<Mail>;
}
