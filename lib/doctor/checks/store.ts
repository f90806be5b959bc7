import { sql } from "kysely";
import { StoreError } from "#lib/leads/disk/store-error.ts";
import { leadMigrations } from "#lib/leads/store/lead-migrations.ts";
import { readLeadStore } from "#lib/leads/store/lead-store.ts";
import type { Check } from "../finding.ts";

export const store: Check = async ({ env }) => {
  try {
    const opened = await readLeadStore(env);
    if (!opened)
      return { state: "warning", seen: "there is no store yet", todo: "The first start of the site makes it." };
    try {
      const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(opened.db);
      const done = new Set(rows.map(({ name }) => name));
      const missing = Object.keys(leadMigrations).filter((name) => !done.has(name));
      if (missing.length > 0) {
        const seen = `the tables lack ${missing.join(", ")}`;
        return { state: "warning", seen, todo: "The next start of the site brings them up to date." };
      }
      const { pending } = await opened.counts();
      const place = opened.kind === "sqlite" ? "the file of SQLite" : "the database";
      return { state: "ok", seen: `${place} can be opened, its tables are up to date, ${pending} messages wait` };
    } finally {
      await opened.close();
    }
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return { state: "wrong", seen: cause.message.replace(/\.$/, ""), todo: "Mend what it names." };
  }
};
