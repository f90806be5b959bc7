import { decoded } from "#lib/content/source/decoded.ts";

// Joiners are a part of emoji and of Persian words.
const never = /[“”‟«»‹›„‚‘‛…]|(?![\u200c\u200d])\p{Cf}|(?<=[!-~])[\u200c\u200d]|[\u200c\u200d](?=[!-~]|$)/u;
// In the middle of one they may be a part of its words, as in /wiki/Michelson–Morley. A full stop may be so at its end: /wiki/Apple_Inc.
// Of a host or a telephone that is none by its end, another check tells.
const printed = "’—–\u00a0\u202f";
const typed = ',;:>"';
const last = new RegExp(`[${printed}]$|(?<=^(?:https?://[^/]+/|mailto:.*@).*)[${typed}]$`, "iu");
// Not those that are typed: encoded, they are meant.
const lastEncoded = new RegExp(`(?:${never.source})$|[${printed}"]$`, "u");

/** A sign of print, or one that nobody sees, that came into a written address with the words around it: what to do about it. */
export function signInAddress(url: string): string | undefined {
  const [sign] = never.exec(url) ?? last.exec(url) ?? [];
  const [encoded] = /(?:%[\da-f]{2})+$/i.exec(url) ?? [];
  const atEnd = encoded && lastEncoded.exec(decoded(encoded))?.[0];
  const found = sign ?? atEnd;
  if (!found) return undefined;
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const name = /\p{Cf}|\p{Zs}/u.test(found) ? `U+${code}, which nobody can see,` : found;
  const advice = sign ? `remove it, or write ${encodeURIComponent(found)} if it belongs there` : "remove it";
  return `the address of this link has ${name} ${sign ? "in it" : `at its end (${encoded})`}; ${advice}`;
}
