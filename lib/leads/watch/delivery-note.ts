import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { writeSighting } from "#lib/leads/store/sightings.ts";

type NoteDesk = Pick<LeadDesk, "store" | "now">;

const topic = "delivering";
/** Whoever delivers says so three times in it. */
const countsForMs = 60_000;

/** A note in the store, by which processes that take inquiries alone know that another one delivers. */
export const deliveryNote = {
  everyMs: countsForMs / 3,
  write: ({ store, now }: NoteDesk) => writeSighting(store.db, topic, now().toISOString()),
  async take({ store }: NoteDesk): Promise<void> {
    await store.db.deleteFrom("sighting").where("topic", "=", topic).execute();
  },
  async isFresh({ store, now }: NoteDesk): Promise<boolean> {
    const note = await store.db.selectFrom("sighting").select("at").where("topic", "=", topic).executeTakeFirst();
    return note !== undefined && Math.abs(now().getTime() - Date.parse(note.at)) < countsForMs;
  },
};
