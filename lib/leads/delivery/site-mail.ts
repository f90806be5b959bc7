import type { ElementContent } from "hast";
import type { Mail } from "#lib/mail/mail.ts";
import { mailPage, quoted } from "#lib/mail/mail-page.ts";

/** A mail from the site itself to its team, such as an alarm or a digest. `blocks` stand for its text where it has buttons. */
export function siteMail({ subject, text }: Pick<Mail, "subject" | "text">, blocks: ElementContent[] = [quoted(text)]) {
  return {
    subject,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    text,
    html: mailPage({ lang: "en", title: subject, blocks, footer: [] }),
  } satisfies Partial<Mail>;
}
