import { createHmac, timingSafeEqual } from "node:crypto";

/** What stands at the end of a link in a mail: the mail's own key vouches for what the link says. */
export function linkSignature(key: string, target: string): string {
  return createHmac("sha256", key).update(target).digest("base64url");
}

/** `given` has the length of a signature. */
export function isSignatureOf(given: string, key: string, target: string): boolean {
  return timingSafeEqual(Buffer.from(given), Buffer.from(linkSignature(key, target)));
}
