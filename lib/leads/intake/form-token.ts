import { createHmac, timingSafeEqual } from "node:crypto";

// A page may stay open for a day. An older token counts as none, which costs a point and keeps it from being used for ever.
const longestMs = 24 * 60 * 60_000;

/** Says when a form was first touched, signed. It holds nothing about who touched it. */
export function formToken(secret: string, now: Date): string {
  const time = now.getTime().toString(36);
  return `${time}.${signature(time, secret)}`;
}

/** Seconds since the token was made; null when there is none that is ours and of today. */
export function tokenAge(token: string | undefined, secret: string, now: Date): number | null {
  const [, time, signed] = /^([0-9a-z]{1,11})\.([\w-]{43})$/.exec(token ?? "") ?? [];
  if (!time || !signed) return null;
  if (!timingSafeEqual(Buffer.from(signed), Buffer.from(signature(time, secret)))) return null;
  const age = now.getTime() - Number.parseInt(time, 36);
  return age >= 0 && age <= longestMs ? age / 1000 : null;
}

function signature(time: string, secret: string): string {
  return createHmac("sha256", secret).update(`token ${time}`).digest("base64url");
}
