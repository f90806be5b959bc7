import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { cleanAddress } from "./email-address.ts";
import type { FormName } from "./form-name.ts";
import { slipOf } from "./slip-of.ts";

type Received = { ref: string; call?: string | undefined; typed: string };

/**
 * The page of thanks. With what vouches for the visitor it offers a call; where the address that was typed looks wrong, it has its
 * domain, and asks about that once more.
 */
export function receivedPath(locale: Locale, form: FormName, { ref, call, typed }: Received): string {
  const [, domain = ""] = cleanAddress(typed).split("@");
  return [
    paths.received(locale, form, ref, call),
    ...(slipOf(typed) ? [`domain=${encodeURIComponent(domain)}`] : []),
  ].join("&");
}
