import { ownScore } from "#lib/leads/spam/spam-score.ts";
import type { LeadRow } from "#lib/leads/store/lead-database.ts";

type Held = Pick<LeadRow, "spam_score" | "spam_reasons" | "sender_code" | "created_at">;

/**
 * The lowest score first, without what others brought about, and those with a token; then one of each network after the other, so that none fills the head
 * of a list; then the oldest.
 */
export function likeliestFirst<Lead extends Held>(held: readonly Lead[]): Lead[] {
  const turns = new Map<string, number>();
  return held
    .toSorted((a, b) => (a.created_at < b.created_at ? -1 : 1))
    .map((lead) => {
      const spam = { score: lead.spam_score, reasons: JSON.parse(lead.spam_reasons) };
      const doubt = 2 * ownScore(spam) + (lead.spam_reasons.includes("no_token") ? 1 : 0);
      const peers = `${doubt} ${lead.sender_code}`;
      const turn = lead.sender_code === null ? 0 : (turns.get(peers) ?? 0);
      turns.set(peers, turn + 1);
      return { lead, doubt, turn };
    })
    .sort((a, b) => a.doubt - b.doubt || a.turn - b.turn)
    .map(({ lead }) => lead);
}
