import { decoded } from "#lib/content/source/decoded.ts";

/** Why a link to a mailbox or a telephone leads to none. */
export function refuseContact(written: string): string | undefined {
  if (/^mailto:/i.test(written) && !/^mailto:[^@?\s]+@[^@?\s]+\.[^@?\s.]+(?:\?|$)/i.test(decoded(written)))
    return `"${decoded(written)}" names no mailbox; write mailto:name@company.com`;
  if (/^tel:/i.test(written) && !/^tel:\+?[\d().\s-]{5,}(?:;|$)/i.test(decoded(written)))
    return `"${decoded(written)}" names no telephone; write tel:+57 and the number`;
  return undefined;
}
