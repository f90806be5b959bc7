import { notice } from "#content/en/mail.ts";
import { fill } from "#lib/i18n/fill.ts";
import { takesReplyTo } from "./takes-reply-to.ts";

/** Where an answer to a mail about a visitor goes. */
export function answerNote(email: string, isSafe: boolean): string {
  return isSafe && !takesReplyTo(email) ? fill(notice.noAnswer, { email }) : notice.answer;
}
