import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { lookupAddress } from "#lib/leads/lookup-address.ts";
import { buryUnstored } from "./bury-unstored.ts";
import { eraseLeads } from "./erase-leads.ts";
import { leadsOfPerson } from "./leads-of-person.ts";
import { wipeErased } from "./wipe-erased.ts";

/** Removes a person: every lead and amendment under the address, in the store and in the spool. Gives how many. */
export async function erasePerson(
  address: string,
  { store, spool, now }: Pick<LeadDesk, "store" | "spool" | "now">,
): Promise<number> {
  const email = lookupAddress(address);
  const at = now().toISOString();
  const spooled = spool.of(email);
  const erased = await eraseLeads(store, { at, who: "erase" }, async (tx) => {
    const ids = await buryUnstored(tx, spooled.leads, at);
    const unstored = ids.length > 0 ? await tx.selectFrom("lead").selectAll().where("id", "in", ids).execute() : [];
    return [...(await leadsOfPerson(tx, email).execute()), ...unstored];
  });
  // Only then: a store that failed would have left no trace of them, and they count. Meanwhile their references are taken.
  spooled.erase();
  // Whoever moved one of them into the store in between found its file there. From here on nobody does.
  await eraseLeads(store, { at, who: "erase" }, (tx) => leadsOfPerson(tx, email).execute());
  // Also when nothing was found: an erasure that was interrupted here is then finished.
  await wipeErased(store);
  return erased;
}
