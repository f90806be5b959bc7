import type { Kysely } from "kysely";
import type { MessageKind } from "#lib/leads/channels.ts";
import { isSignatureOf, linkSignature } from "#lib/leads/link-signature.ts";
import type { LeadDatabase } from "#lib/leads/store/lead-database.ts";
import { type Decision, decisionNames } from "./decision.ts";

/** The mail that a link stands in: it says for whom the link is, and since when. */
type LinkedMail = { id: string; link_key: string | null };

export type LeadLink =
  /** To what is held. */
  { kind: "list"; mail: OpenedMail } | { kind: "lead"; mail: OpenedMail; ref: string; decision: Decision };

export type OpenedMail = { id: string; kind: MessageKind; link_key: string; recipient: string; isOver: boolean };

const validMs = 90 * 24 * 60 * 60_000;

/** The path with which a recipient of the mail says something of one lead. It is worth nothing for another lead, mail or decision. */
export function leadLink(mail: LinkedMail, ref: string, decision: Decision): string {
  return signed(mail, `${ref}/${decision}`);
}

/** The path of all that is held. */
export function heldLink(mail: LinkedMail): string {
  return signed(mail, "held");
}

/**
 * Each mail to the team has a key of its own in the store, so workers on other machines need no common secret, and whoever
 * reads one mail can sign nothing.
 */
function signed({ id, link_key }: LinkedMail, target: string): string {
  if (link_key === null) throw new Error(`the mail ${id} has no key`);
  return `/team/${id}/${target}/${linkSignature(link_key, target)}`;
}

const pattern = /^\/team\/([\da-f-]{36})\/(?:held|([\dA-Z]{5,6}(?:-\d{1,4})?)\/([a-z-]{4,8}))\/([\w-]{43})$/;

/** What a path stands for; undefined where we have not signed it. 90 days after its mail it is over. */
export async function readLink(path: string, db: Kysely<LeadDatabase>, now: Date): Promise<LeadLink | undefined> {
  const [, id, ref, name, given] = pattern.exec(path) ?? [];
  if (!id || !given) return undefined;
  const row = await db
    .selectFrom("outbox")
    .select(["id", "kind", "link_key", "recipient", "queued_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row?.link_key) return undefined;
  if (!isSignatureOf(given, row.link_key, ref ? `${ref}/${name}` : "held")) return undefined;
  const { kind, link_key, recipient } = row;
  const mail = { id, kind, link_key, recipient, isOver: now.getTime() - Date.parse(row.queued_at) > validMs };
  if (!ref) return { kind: "list", mail };
  const decision = decisionNames.find((each) => each === name);
  return decision && { kind: "lead", mail, ref, decision };
}
