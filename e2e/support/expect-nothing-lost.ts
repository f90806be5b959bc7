import { expect } from "@playwright/test";
import { Client } from "pg";
import type { PrivatePostgres } from "../../scripts/private-postgres.ts";
import type { Acknowledged } from "./inquire-and-read.ts";
import type { SlowMailServer } from "./slow-mail-server.ts";

/**
 * Of what visitors were thanked for each is in the database once, the team has a mail of it, and nobody has two receipts.
 * Resolves with how many notices went out more than once, which keep their Message-ID.
 */
export async function expectNothingLost(
  acknowledged: Acknowledged[],
  postgres: PrivatePostgres,
  mails: SlowMailServer,
): Promise<number> {
  const after = new Client(Object.assign(new URL(postgres.url), { pathname: "/dreamcode" }).href);
  await after.connect();
  const { rows: kept } = await after.query<{ ref: string; message: string }>(
    "SELECT ref, payload::json ->> 'message' AS message FROM lead",
  );
  await after.end();

  const refs = Map.groupBy(kept, ({ message }) => message);
  expect(
    acknowledged.filter(
      ({ message, ref }) =>
        refs
          .get(message)
          ?.map((lead) => lead.ref)
          .join() !== ref,
    ),
  ).toEqual([]);
  const isForTeam = ({ to }: { to: string }) => to === "sales@dreamcode.test";
  const notices = Map.groupBy(mails.taken.filter(isForTeam), ({ ref }) => ref);
  expect(acknowledged.filter(({ ref }) => !notices.has(ref))).toEqual([]);
  const copies = [...notices.values()].filter((same) => same.length > 1);
  expect(copies.filter((same) => new Set(same.map(({ messageId }) => messageId)).size > 1)).toEqual([]);
  const receipts = mails.taken.filter((mail) => !isForTeam(mail)).map(({ ref }) => ref);
  expect(receipts.length).toBe(new Set(receipts).size);
  return copies.length;
}
