import type { Backup } from "#lib/leads/store/backup-file.ts";

/** A line that says what there is in it. */
export function backupContents({ leads, files }: Backup): string {
  const stored = leads === undefined ? [] : [`${leads} stored`];
  const spooled = files.filter(({ name }) => name.startsWith("spool/")).length;
  const secret = files.some(({ name }) => name === "form-secret") ? "the form secret" : "no form secret";
  return `${[...stored, `${spooled} in the spool`, secret].join(", ")}.\n`;
}
