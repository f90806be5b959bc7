import { callNotice } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import { minuteAndPlace } from "./zoned-time.ts";

/** What the team reads of a call that was asked for, in one line. */
export function callAsked({ at }: { at: string }): string {
  return fill(callNotice.subject, { time: minuteAndPlace("America/Bogota", at) });
}
