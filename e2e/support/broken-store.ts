import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A running site whose store takes no lead: the table is away. */
export function breakStore(dataDir: string): { mend(): void } {
  change(dataDir, "ALTER TABLE lead RENAME TO away");
  return { mend: () => change(dataDir, "ALTER TABLE away RENAME TO lead") };
}

/** A store that another process writes to and does not let go of. */
export function lockStore(dataDir: string): { mend(): void } {
  const other = new DatabaseSync(join(dataDir, "leads.sqlite"), { timeout: 5_000 });
  other.exec("BEGIN EXCLUSIVE");
  return {
    mend() {
      other.exec("ROLLBACK");
      other.close();
    },
  };
}

/** A spool that cannot be written to: a file stands where its folder was. */
export async function breakSpool(dataDir: string): Promise<{ mend(): Promise<void> }> {
  const folder = join(dataDir, "spool");
  await rename(folder, `${folder}-away`);
  await writeFile(folder, "");
  return {
    async mend() {
      await rm(folder);
      await rename(`${folder}-away`, folder);
    },
  };
}

function change(dataDir: string, statement: string) {
  const database = new DatabaseSync(join(dataDir, "leads.sqlite"), { timeout: 5_000 });
  database.exec(statement);
  database.close();
}
