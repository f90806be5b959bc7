import { sql } from "kysely";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { hasPooler, type PoolMode } from "../../../scripts/private-pooler.ts";
import { behindPooler } from "./behind-pooler-for-tests.ts";
import { openLeadStore, readLeadStore } from "./lead-store.ts";

const modes: PoolMode[] = ["session", "transaction"];

// Six stores and five commands, each a process of its own: 44 s where ten others were at work.
test.skipIf(!hasPooler()).each(modes)(
  "behind a pooler of %ss all that start at once find the tables, and whoever gets a session after them finds nothing in it",
  { timeout: 150_000 },
  async (mode) => {
    const { place, direct } = await behindPooler(mode);
    const stores = await Promise.all(Array.from({ length: 6 }, () => openLeadStore(place)));
    for (const store of stores) onTestFinished(() => store.close());
    const sent = stores.map(async (store, number) => {
      const { desk } = await deskForTests({ store });
      return submitLead(contact({ message: `Lead ${number}` }, { key: `${number}` }), desk);
    });
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(6).fill("received"));

    for (const command of [["stats"], ["export", "--jsonl"], ["alarms"]])
      expect(await leadsCommand(command, place)).toMatchObject({ exitCode: 0, stderr: "" });
    const reader = await readLeadStore(place);
    expect(await reader?.counts()).toEqual({ pending: 12, dead: 0 });
    await reader?.close();
    expect(await leadsCommand(["erase", contact().values.email ?? ""], place)).toMatchObject({
      exitCode: 0,
      stdout: "6 leads were erased.\n",
    });
    const client = new Client(direct);
    await client.connect();
    const { rows: locks } = await client.query("SELECT pid FROM pg_locks WHERE locktype = 'advisory'");
    await client.end();
    expect(locks).toEqual([]);
    const left = stores.map(({ db }) =>
      sql`SELECT name FROM pg_settings, pg_sleep(0.2) WHERE source = 'session'
        AND name IN ('synchronous_commit', 'idle_in_transaction_session_timeout', 'lock_timeout')`.execute(db),
    );
    expect((await Promise.all(left)).flatMap(({ rows }) => rows)).toEqual([]);
  },
);
