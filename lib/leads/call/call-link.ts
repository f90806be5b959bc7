import type { Kysely } from "kysely";
import { isMarked } from "#lib/leads/decide/is-marked.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { isSignatureOf, linkSignature } from "#lib/leads/link-signature.ts";
import type { LeadDatabase, LeadRow } from "#lib/leads/store/lead-database.ts";
import { leadKnownAs } from "#lib/leads/store/lead-known-as.ts";

/**
 * What vouches for whoever asks: in the receipt its row and that row's own key, so that a worker needs no secret of the site; on the
 * page of thanks the reference and the secret, for that page comes before the store has the lead, and where no receipt goes out.
 */
export type CallProof = { id: string; key: string };

export type CallLink = {
  proof: CallProof;
  /** When the call is to begin; of the page with the times none. */
  slot: Date | undefined;
  /** What the team has of all that the visitor sent under its reference. Undefined while it waits outside of the store. */
  lead: LeadRow | undefined;
  isOver: boolean;
};

const validMs = 30 * 24 * 60 * 60_000;

/** Only times that we have offered are signed, each by itself. */
export function callLink(proof: CallProof, slot?: Date): string {
  const time = slot && plain(slot);
  return `/call/${proof.id}/${time ? `${time}/` : ""}${callSignature(proof, time)}`;
}

/** What the page of thanks has in its address, so that a reference alone is worth nothing. */
export function callSignature({ id, key }: CallProof, time?: string): string {
  return linkSignature(key, targetOf(id, time));
}

/** `given` has the form of a signature. */
export function isCallSignature(given: string, { id, key }: CallProof, time?: string): boolean {
  return isSignatureOf(given, key, targetOf(id, time));
}

function targetOf(id: string, time: string | undefined): string {
  return ["call", id, ...(time ? [time] : [])].join("/");
}

const pattern = /^\/call\/(?:([\da-f-]{36})|([\dA-Z]{4,8}))\/(?:(\d{8}T\d{4}Z)\/)?([\w-]{43})$/;

/** What a path stands for; undefined where we have not signed it. */
export async function readCallLink(
  path: string,
  { store: { db }, secret, now }: Pick<LeadDesk, "store" | "secret" | "now">,
): Promise<CallLink | undefined> {
  const [, receiptId, ref, time, given] = pattern.exec(path) ?? [];
  if (!given) return undefined;
  const receipt = receiptId ? await receiptOf(receiptId, db) : undefined;
  const proof = ref ? { id: ref, key: secret } : receipt?.proof;
  if (!proof || !isCallSignature(given, proof, time)) return undefined;
  const named = ref ? await leadKnownAs(ref, db) : await leadWithId(receipt?.leadId, db);
  const lead = named && (await toldOf(named, db));
  const isOver = lead !== undefined && now().getTime() - Date.parse(lead.created_at) > validMs;
  return { proof, slot: time ? instantOf(time) : undefined, lead, isOver };
}

async function receiptOf(id: string, db: Kysely<LeadDatabase>) {
  const row = await db
    .selectFrom("outbox")
    .select(["link_key", "lead_id"])
    .where("id", "=", id)
    .where("kind", "=", "receipt")
    .executeTakeFirst();
  return row?.link_key && row.lead_id ? { proof: { id, key: row.link_key }, leadId: row.lead_id } : undefined;
}

/** The first, which has the thread; where that was called spam or is held, the newest that is not. */
async function toldOf(named: LeadRow, db: Kysely<LeadDatabase>): Promise<LeadRow | undefined> {
  const first = named.amends ? await leadWithId(named.amends, db) : named;
  if (!first || !isMarked(first)) return first;
  const amendments = await db
    .selectFrom("lead")
    .selectAll()
    .where("amends", "=", first.id)
    .where("status", "!=", "erased")
    .orderBy("created_at", "desc")
    .orderBy("ref", "desc")
    .execute();
  return amendments.find((amendment) => !isMarked(amendment)) ?? first;
}

function leadWithId(id: string | undefined, db: Kysely<LeadDatabase>): Promise<LeadRow | undefined> {
  return db
    .selectFrom("lead")
    .selectAll()
    .where("id", "=", id ?? "")
    .executeTakeFirst();
}

/** `20261201T1500Z`. */
function plain(slot: Date): string {
  return `${slot.toISOString().slice(0, 16).replaceAll(/[-:]/g, "")}Z`;
}

function instantOf(time: string): Date {
  return new Date(time.replace(/(....)(..)(..)T(..)(..)Z/, "$1-$2-$3T$4:$5Z"));
}
