import { randomUUID } from "node:crypto";
import type { Inbox } from "../scripts/inbox.ts";
import { mailSettings } from "./support/mails.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// A visitor who saw a reference has a lead on disk that is mailed, whenever the power goes.
const rounds = 5;
const clients = 3;

type Acknowledged = { key: string; ref: string };

test("a site that is killed again and again loses no lead that it acknowledged", async ({ openSite, openInbox }) => {
  test.setTimeout(180_000);
  const inbox = await openInbox();
  const site = await openSite({ ...mailSettings(inbox), RATE_LIMIT: "off" });
  await loseNothing(site, inbox, { ...mailSettings(inbox), RATE_LIMIT: "off" });
});

test("the same on PostgreSQL", async ({ openSite, openInbox, postgres }) => {
  test.setTimeout(180_000);
  const inbox = await openInbox();
  const env = { ...mailSettings(inbox), RATE_LIMIT: "off", DATABASE_URL: postgres.url };
  const site = await openSite(env);
  await loseNothing(site, inbox, env);
});

async function loseNothing(site: Site, inbox: Pick<Inbox, "messages">, env: Record<string, string>) {
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = acknowledged.length;
    const posting = Array.from({ length: clients }, () => postUntilItEnds(site, acknowledged));
    // Some posts are answered, and some are under way.
    await expect.poll(() => acknowledged.length - before, { intervals: [10] }).toBeGreaterThan(8 + 3 * round);
    await site.kill();
    await Promise.all(posting);
    await site.restart(env);
  }
  // What a killed process was sending is taken up after a minute.
  await expect.poll(site.health, { timeout: 100_000 }).toMatchObject({ status: "ok", pending: 0, dead: 0 });

  const exported = (await site.leads("export", "--jsonl"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const byMessage = Map.groupBy(exported, ({ message }) => message);
  const mails = inbox.messages.map(({ raw, envelope }) => ({
    to: envelope.to[0] ?? "",
    ref: /^X-Lead-Ref: (\S+)/im.exec(`${raw}`)?.[1],
  }));
  const notices = new Set(mails.filter(({ to }) => to === "sales@dreamcode.test").map(({ ref }) => ref));
  const receipts = mails.filter(({ to }) => to !== "sales@dreamcode.test").map(({ ref }) => ref);

  expect(acknowledged.length).toBeGreaterThan(rounds * 8);
  for (const { key, ref } of acknowledged) {
    expect(byMessage.get(`Lead ${key}.`)?.map((lead) => lead.ref)).toEqual([ref]);
  }
  expect(acknowledged.filter(({ ref }) => !notices.has(ref))).toEqual([]);
  expect(receipts.length).toBe(new Set(receipts).size);
}

async function postUntilItEnds(site: Site, acknowledged: Acknowledged[]) {
  for (;;) {
    const key = randomUUID();
    const fields = { key, name: "Ana Torres", email: `${key}@company.com`, message: `Lead ${key}.`, consent: "on" };
    try {
      const answer = await fetch(`${site.url}/api/forms/contact`, {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams(fields),
      });
      const { ref } = await answer.json();
      expect(answer.status).toBe(201);
      acknowledged.push({ key, ref });
    } catch (error) {
      // The connection ended with the site: nobody was thanked.
      if (error instanceof TypeError || error instanceof SyntaxError) return;
      throw error;
    }
  }
}
