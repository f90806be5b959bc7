import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { ifThere } from "#lib/if-there.ts";
import { newFile } from "#lib/leads/disk/new-file.ts";
import { removeLeftParts } from "#lib/leads/disk/remove-left-parts.ts";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { type Backup, type FileBeside, filesBeside, makeBackup, readBackup } from "#lib/leads/store/backup-file.ts";
import type { LeadStore, StorePlace } from "#lib/leads/store/lead-store.ts";
import { storeTrouble } from "#lib/leads/store/open-sqlite.ts";

/**
 * Copies what leads need into one new file, as it is at one moment, while others write; then reads the copy. What is in
 * PostgreSQL is left to its own tools. A StoreError says why there is no file.
 */
export async function backUp(
  file: string,
  { db, kind }: LeadStore,
  { dataDir }: StorePlace,
  now: () => Date,
): Promise<Backup> {
  let backup: Backup | undefined;
  removeLeftParts(file);
  await newFile(file, async (part) => {
    // First: a lead that leaves the spool meanwhile is then in both, where it counts once, and never in neither.
    const files = readFilesBeside(dataDir);
    try {
      // Of one moment, also with what is in the write-ahead log, and without what was erased. Nobody waits for it.
      if (kind === "sqlite") await sql`VACUUM INTO ${part}`.execute(db);
      makeBackup(part, now().toISOString(), files);
    } catch (cause) {
      const reason = storeTrouble(cause);
      throw reason ? new StoreError(`The store cannot be copied to ${file}: ${reason}.`) : cause;
    }
    backup = readBackup(part);
    if (kind === "sqlite" && backup.leads === undefined)
      throw new StoreError(`${file} would hold no inquiries: the store has no table of them.`);
  });
  if (!backup) throw new Error("Nothing was read back");
  return backup;
}

function readFilesBeside(dataDir: string): FileBeside[] {
  const spooled = ifThere(() => readdirSync(join(dataDir, "spool"))) ?? [];
  return ["form-secret", ...spooled.map((name) => `spool/${name}`)]
    .filter((name) => filesBeside.test(name))
    .flatMap((name) => {
      // What was listed may have been imported since.
      const content = ifThere(() => readFileSync(join(dataDir, name)));
      return content ? [{ name, content }] : [];
    });
}
