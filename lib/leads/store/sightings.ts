import type { Kysely } from "kysely";
import type { LeadDatabase } from "./lead-database.ts";
import type { LeadStore } from "./lead-store.ts";

const minute = 60_000;
const hour = 60 * minute;

/** What goes wrong and leaves no lead or message that tells of it; for how long it counts after it was seen last. */
const countsForMs = {
  "lead-refused": 24 * hour,
  "proxy-untrusted": 24 * hour,
  "network-busy": 24 * hour,
  "intake-troubled": 10 * minute,
  "connections-full": hour,
  "store-moved": 10 * minute,
  "disk-low": 10 * minute,
  "log-lost": 10 * minute,
  "retention-refused": 3 * hour,
  "publication-blocked": 3 * hour,
  "publication-late": 10 * minute,
  "publication-failed": 10 * minute,
};

export type SightedTrouble = keyof typeof countsForMs;

export function isSightedTrouble(topic: string): topic is SightedTrouble {
  return Object.hasOwn(countsForMs, topic);
}

/** Of its facts, `occasion` tells one time from another: with another one it is told anew. */
export type Sighting = { topic: SightedTrouble; at: string; facts: Record<string, string> };

export type Sightings = {
  /** True at the first time in this process. */
  see(topic: SightedTrouble, facts?: Record<string, string>): boolean;
  /** Of what this process saw. */
  isOver(topic: SightedTrouble): void;
  /** What this process saw of late, whether it could be stored or not. */
  current(): Sighting[];
  /** Writes down what was seen since the last time, for whoever raises alarms, and hears what somebody dismissed. */
  write(): Promise<void>;
};

/** Kept in memory first: that a lead could not be stored cannot be stored at that moment either. */
export function openSightings({ store, now }: { store: LeadStore; now(): Date }): Sightings {
  const seen = new Map<
    SightedTrouble,
    Sighting & { isWritten: boolean; isOver: boolean; again?: string | undefined }
  >();
  return {
    see(topic, facts = {}) {
      const known = seen.get(topic);
      // Seen with every request perhaps, and written down no more than once a minute.
      const isKnown = known && !known.isOver && known.facts.occasion === facts.occasion;
      if (isKnown && Math.abs(now().getTime() - Date.parse(known.at)) < minute) {
        known.again = now().toISOString();
        return false;
      }
      seen.set(topic, { topic, at: now().toISOString(), facts, isWritten: false, isOver: false });
      return known === undefined;
    },
    isOver(topic) {
      const known = seen.get(topic);
      // Whoever looks again before that was written down is not to undo it.
      if (known && !known.isOver) seen.set(topic, { ...known, isWritten: false, isOver: true });
    },
    current: () => [...seen.values()].filter((sighting) => !sighting.isOver && counts(sighting, now())),
    async write() {
      await hearDismissed();
      for (const sighting of seen.values()) {
        if (sighting.isWritten) continue;
        if (sighting.isOver) await forgetSighting(store.db, sighting.topic);
        else await writeSighting(store.db, sighting.topic, sighting.at, sighting.facts);
        sighting.isWritten = true;
      }
    },
  };

  /** What was dismissed is over here, too, unless it was seen since the last time: then it may have been seen after that. */
  async function hearDismissed() {
    const written = [...seen.values()].filter(({ isWritten, isOver }) => isWritten && !isOver);
    if (written.length === 0) return;
    const topics = written.map(({ topic }) => topic);
    const rows = await store.db
      .selectFrom("sighting")
      .select("topic")
      .where("topic", "in", topics)
      .where("at", "=", dismissed)
      .execute();
    for (const sighting of written) {
      const { topic, again } = sighting;
      sighting.again = undefined;
      if (!rows.some((row) => row.topic === topic)) continue;
      if (again === undefined) sighting.isOver = true;
      else Object.assign(sighting, { at: again, isWritten: false });
    }
  }
}

/** A topic that is no trouble is a note of when something was seen last. */
export async function writeSighting(db: Kysely<LeadDatabase>, topic: string, at: string, facts = {}): Promise<void> {
  const seen = { at, facts: JSON.stringify(facts) };
  await db
    .insertInto("sighting")
    .values({ topic, ...seen })
    .onConflict((conflict) => conflict.column("topic").doUpdateSet(seen))
    .execute();
}

export async function forgetSighting(db: Kysely<LeadDatabase>, topic: SightedTrouble): Promise<void> {
  await db.deleteFrom("sighting").where("topic", "=", topic).execute();
}

/** In place of a time. The row stays, because one that is gone may have been forgotten by another process that saw the same. */
const dismissed = "";

/** For all processes: whoever saw it says so no more, until it is seen again. */
export async function dismissSighting(db: Kysely<LeadDatabase>, topic: SightedTrouble): Promise<void> {
  await db.updateTable("sighting").set({ at: dismissed }).where("topic", "=", topic).execute();
}

/** What any process saw of late. */
export async function storedSightings(db: Kysely<LeadDatabase>, now: Date): Promise<Sighting[]> {
  const rows = await db
    .selectFrom("sighting")
    .selectAll()
    .where("topic", "in", Object.keys(countsForMs))
    .orderBy("topic")
    .$narrowType<{ topic: SightedTrouble }>()
    .execute();
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) })).filter((sighting) => counts(sighting, now));
}

/** Also with a clock that was put back since. */
function counts({ topic, at }: Sighting, now: Date): boolean {
  return Math.abs(now.getTime() - Date.parse(at)) < countsForMs[topic];
}
