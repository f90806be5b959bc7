import { chat, notice } from "#content/en/mail.ts";
import { countryName } from "#lib/i18n/country-name.ts";
import { fill } from "#lib/i18n/fill.ts";
import { normaliseLine, normaliseText } from "#lib/leads/form/normalise.ts";
import type { LeadRecord } from "#lib/leads/store/lead-record.ts";
import type { LeadDecision } from "./lead-event.ts";

/** What a chat says, each part a text without any markup. */
export type ChatMessage = {
  title: string;
  /** Who wrote, and about what. */
  facts?: string;
  /** The first lines of what was written. */
  opening?: string;
  footer?: string;
};

const longestOpening = 500;
const mostLines = 8;

/**
 * Enough to know whether it is one's own affair. No address and no telephone number: a chat is read by more people than
 * the mailbox, and what it keeps no erasure reaches.
 */
export function leadInChat({ ref, amends, form, fields, titles }: LeadRecord): ChatMessage {
  const facts = [titles?.en, fields.name, fields.company, fields.country && countryName(fields.country, "en")].flatMap(
    (fact) => (fact ? [normaliseLine(fact)] : []),
  );
  const opening = openingOf(normaliseText(fields.message));
  return {
    title: amends ? fill(notice.amendment, { ref: amends }) : `${notice[form]} ${ref}`,
    ...(facts.length > 0 && { facts: facts.join(", ") }),
    ...(opening && { opening }),
    footer: chat.footer,
  };
}

function openingOf(message: string): string {
  const lines = message.split("\n").slice(0, mostLines).join("\n");
  const opening = [...lines].slice(0, longestOpening).join("").trimEnd();
  return opening === message ? opening : `${opening} …`;
}

export function decisionInChat({ type, data: { ref, by } }: LeadDecision): ChatMessage {
  return { title: fill(decisions[type], { ref, who: by }) };
}

const decisions: Record<LeadDecision["type"], string> = {
  "lead.released": chat.released,
  "lead.spam": chat.spam,
  "lead.answered": chat.answered,
  "lead.reopened": chat.reopened,
  "lead.erased": chat.erased,
};
