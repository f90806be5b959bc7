import * as z from "zod/mini";
import { unseen } from "#lib/letters/unseen.ts";

const maxAddress = 254;
const maxLocalPart = 64;
const maxTyped = 1000;

type EmailTrouble = "email_missing" | "email_several" | "email_long" | "email_format";

// Contacts of Windows and of telephones put what is copied between marks of direction (U+202A to U+202C, U+2066 to U+2069).
// The lookbehind keeps a long run inside from being read again from each of its characters.
const around = new RegExp(`^[${unseen}]+|(?<![${unseen}])[${unseen}]+$`, "gu");

/** Comes along when an address is copied from the end of a sentence or of a list. */
const endOfSentence = /(?<![.,;:])[.,;:]+$/;

/** Soft hyphens and joiners, which come along from PDFs and pages: an address with them looks perfect. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * What a visitor typed as their address, cleaned: white space around it and invisible characters are gone, and of
 * `Ana <ana@corp.com>`, pasted from a mail program, the address remains. The wide signs of Asian keyboards become plain
 * ones, and letters that come in parts are put together. The case stays as typed.
 */
export function cleanAddress(typed: string): string {
  if (typed.length > maxTyped) return typed;
  const trimmed = typed
    .replace(invisible, "")
    .replace(around, "")
    .replaceAll("＠", "@")
    .replaceAll(/[。．｡]/g, ".")
    .normalize("NFC");
  return /^[^<>\r\n]*<([^<>\s]+)>$/.exec(trimmed)?.[1] ?? trimmed.replace(endOfSentence, "");
}

/**
 * What keeps a cleaned address from being one that a mail can go to; undefined when nothing does.
 * Lengths are those of RFC 5321 4.5.3.1, counted in octets. Quoted local parts and address literals are refused: no
 * person has one, and zod's patterns alone let `user@good.com(x)evil.com` through and stop `jose@ñandú.co`.
 */
export function emailTrouble(address: string): EmailTrouble | undefined {
  if (address === "") return "email_missing";
  if (address.length > maxTyped) return "email_long";
  if (/[,;]/.test(address) && address.split("@").length > 2) return "email_several";
  if (address.length > maxAddress) return "email_long";

  const [local = "", domain = "", ...more] = address.split("@");
  if (more.length > 0 || local === "") return "email_format";
  // Whatever is neither a letter, a digit nor RFC 5322 atext is refused: ()<>,;:"[]\ , spaces, control characters.
  if (!/^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u.test(local) || /^\.|\.$|\.\./.test(local)) return "email_format";
  // `=?UTF-8?Q?a?=` is atext, but mail programs decode it in addresses, too: an answer would go elsewhere.
  if (local.includes("=?")) return "email_format";

  const host = asciiDomain(domain);
  if (!host) return "email_format";
  if (octets(local) > maxLocalPart || octets(local) + 1 + host.length > maxAddress) return "email_long";

  // The pattern knows ASCII only: an international local part stands in as letters.
  const ascii = `${local.replace(/[^\x20-\x7e]/g, "a")}@${host}`;
  return z.string().check(z.regex(z.regexes.html5Email)).safeParse(ascii).success ? undefined : "email_format";
}

/** The domain as the mail system writes it (`ñandú.co` is `xn--and-6ma2c.co`), if it is one with a dot and a name at the end. */
function asciiDomain(domain: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)+$/u.test(domain)) return undefined;
  const address = `http://${domain}`;
  if (!URL.canParse(address)) return undefined;
  const host = new URL(address).hostname;
  // A name of digits alone is an IPv4 address to URL: 1.2.3 becomes 1.2.0.3.
  return /\.\d+$/.test(host) ? undefined : host;
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
