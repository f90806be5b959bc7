import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { FormName } from "#lib/leads/form/form-name.ts";

// A page may stay open for a day. An older token counts as none, which costs a point and keeps it from being used for ever.
const longestMs = 24 * 60 * 60_000;

/** Says when a form was first touched, and which, signed. It holds nothing about who touched it, and no other is the same. */
export function formToken(form: FormName, secret: string, now: Date): string {
  const said = `${now.getTime().toString(36)}.${randomBytes(9).toString("base64url")}`;
  return `${said}.${signature(form, said, secret)}`;
}

/** Seconds since the token was made; null when there is none that is ours, of this form and of today. */
export function tokenAge(token: string | undefined, form: FormName, secret: string, now: Date): number | null {
  const [, said, time, signed] = /^(([0-9a-z]{1,11})\.[\w-]{12})\.([\w-]{43})$/.exec(token ?? "") ?? [];
  if (!said || !time || !signed) return null;
  if (!timingSafeEqual(Buffer.from(signed), Buffer.from(signature(form, said, secret)))) return null;
  const age = now.getTime() - Number.parseInt(time, 36);
  return age >= 0 && age <= longestMs ? age / 1000 : null;
}

function signature(form: FormName, said: string, secret: string): string {
  return createHmac("sha256", secret).update(`token ${form} ${said}`).digest("base64url");
}
