import type { Locale } from "#lib/i18n/locales.ts";
import { errorCode } from "#lib/leads/error-code.ts";
import { isSignature } from "#lib/leads/form/is-signature.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { inTime } from "#lib/leads/outbox/in-time.ts";
import { storedLead } from "#lib/leads/store/lead-record.ts";
import { type CallProof, callLink, isCallSignature, readCallLink } from "./call-link.ts";
import { callOffer } from "./call-offer.ts";
import { callPlace } from "./call-place.ts";

/** The thanks matter more than this. */
const patienceMs = 1_000;

type Asked = {
  ref: string;
  /** What the address of the page vouches with. */
  call: unknown;
  locale: Locale;
};

/**
 * The times that the page of thanks offers, and what it says of the lead. Undefined without proof, and where there is nobody any more to be
 * called: nothing is looked up for whoever knows a reference alone. While the store does not say where somebody is, by the clocks of most.
 */
export async function thanksOffer({ ref, call, locale }: Asked, desk: LeadDesk) {
  const proof = { id: ref, key: desk.secret };
  if (!isSignature(call) || !isCallSignature(call, proof)) return undefined;
  const link = await known(proof, desk);
  if (link?.isOver || link?.lead?.status === "erased") return undefined;
  const { place, isGuess } = callPlace(link?.lead, locale);
  const offered = callOffer(proof, { place, isGuess }, locale, desk.now());
  const { fields, titles, receivedAt = desk.now().toISOString() } = link?.lead ? storedLead(link.lead) : {};
  return {
    place: place.label,
    isGuess,
    offered,
    page: `${callLink(proof)}?${new URLSearchParams({ locale })}`,
    about: { service: fields?.service, title: titles?.[locale], receivedAt, zone: fields?.zone },
  };
}

async function known(proof: CallProof, desk: LeadDesk) {
  try {
    // The store is away: to ask it would only keep the visitor waiting.
    if (desk.spool.count() > 0) return undefined;
    return await inTime(readCallLink(callLink(proof), desk), patienceMs);
  } catch (cause) {
    desk.report("zone of a call not looked up", errorCode(cause));
    return undefined;
  }
}
