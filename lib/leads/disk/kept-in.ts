import { join } from "node:path";

/** Where inquiries are kept in DATA_DIR. */
export function keptIn(dataDir: string): { files: string[]; spool: string } {
  const names = ["leads.sqlite", "leads.sqlite-wal", "leads.sqlite-shm", "form-secret"];
  return { files: names.map((name) => join(dataDir, name)), spool: join(dataDir, "spool") };
}
