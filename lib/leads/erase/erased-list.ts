import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ifThere } from "#lib/if-there.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { syncFolder } from "#lib/leads/disk/sync-folder.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";

/** When each lead was erased, by its reference: all that may be known of it afterwards. */
export type Erasures = Map<string, string>;

/**
 * What was erased, in a file beside the store that no backup holds: a backup from before brings them back, and does not know.
 */
export const erasedList = {
  name: "erased-leads",

  /** Adds what the store knows now, also of an erasure that was interrupted, and what is given. */
  async write(dataDir: string, { db }: LeadStore, given: Erasures = new Map()): Promise<void> {
    const file = join(dataDir, erasedList.name);
    const rows = await db.selectFrom("lead").select(["ref", "erased_at"]).where("status", "=", "erased").execute();
    const stored = rows.map(({ ref, erased_at }) => [ref, erased_at ?? ""] as const);
    const known = ifThere(() => readFileSync(file, "utf8")) ?? "";
    const all: Erasures = new Map([...stored, ...parsed(known, file), ...given]);
    if (all.size === 0) return;
    const part = `${file}.${process.pid}.part`;
    const lines = Array.from(all, ([ref, at]) => `${ref} ${at}\n`);
    writeFileSync(part, lines.join(""), { mode: 0o600, flush: true });
    renameSync(part, file);
    syncFolder(dataDir);
  },

  read(file: string): Erasures {
    const text = ifThere(() => readFileSync(file, "utf8"));
    if (text === undefined) throw new StoreError(`${file} is not there.`);
    return parsed(text, file);
  },
};

function parsed(text: string, file: string): Erasures {
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line) => {
      const [, ref, at] = /^([0-9A-Z-]+) (\d{4}-\S+Z)$/.exec(line) ?? [];
      if (!ref || !at) throw new StoreError(`${file} is no list of what was erased. Move it away, or name another.`);
      return [ref, at];
    }),
  );
}
