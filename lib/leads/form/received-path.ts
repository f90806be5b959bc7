import type { Locale } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { cleanAddress } from "./email-address.ts";
import type { FormName } from "./form-name.ts";
import { slipOf } from "./slip-of.ts";

/** The page of thanks. Where the address looks mistyped, it has its domain, and asks about that once more. */
export function receivedPath(locale: Locale, form: FormName, ref: string, typed: string): string {
  const page = paths.received(locale, form, ref);
  const [, domain = ""] = cleanAddress(typed).split("@");
  return slipOf(typed) ? `${page}&domain=${encodeURIComponent(domain)}` : page;
}
