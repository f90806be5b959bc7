import type { Messages } from "#content/en/messages.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";

type InvitationProps = { locale: Locale; text: Messages["invitation"]; service?: string };

export function Invitation({ locale, text, service }: InvitationProps) {
  return (
    <aside className="no-print on-gold my-8 bg-gold p-6 font-sans text-ink">
      <p className="wide text-xl leading-tight tracking-[-0.02em] text-balance">{text.title}</p>
      <p className="mt-3 max-w-prose text-base">{text.text}</p>
      <a href={paths.inquiry(locale, service)} className="button mt-4 bg-ink text-white">
        {text.button}
      </a>
    </aside>
  );
}
