import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { freePort } from "../scripts/free-port.ts";
import { breakSpool, breakStore, lockStore } from "./support/broken-store.ts";
import { fieldsOf } from "./support/inquiry-fields.ts";
import { mailSettings, mailsAbout } from "./support/mails.ts";
import { doors, type Field, postForm, type Sent } from "./support/post-form.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import { throughEveryDoor } from "./support/through-every-door.ts";

// What a form must survive of the network, of impatience and of our own machines: each row through every door.

test("row 31, fifty posts of one form at once: one lead and one mail to each", async ({ page, site, inbox }) => {
  const ways = Object.values(doors);
  const message = `Once ${randomUUID()}`;
  const fields: Field[] = [...fieldsOf({ message }), ["key", randomUUID()]];
  const posts = Array.from({ length: 50 }, (_, index) =>
    postForm(site, page, "inquiry", ways[index % ways.length] ?? doors["the page"], fields),
  );
  const refs = [...new Set((await Promise.all(posts)).map(({ ref = "none" }) => ref))];
  expect(refs).toEqual([expect.stringMatching(/^[2-9A-Z]{5}$/)]);
  expect(await mailsAbout(refs.join(), site, inbox)).toHaveLength(2);
  // An amendment would have the same reference for its visitor.
  expect(await storedLeads(site, message)).toMatchObject([{ ref: refs[0] }]);
});

test("row 32, a call of an action, from a page of an earlier release: stored, and once when it is sent again", async ({
  page,
  site,
  inbox,
}) => {
  const message = `Once ${randomUUID()}`;
  const fields: Field[] = [...fieldsOf({ message }), ["key", randomUUID()]];
  const called = fields.map(([name, value]): Field => [`_1_${name}`, value]);
  const headers = { "next-action": "40".padEnd(42, "0") };
  const call: Field[] = [...called, ["0", '[{"status":"idle","values":{}},"$K1"]']];
  const taken = await postForm(site, page, "inquiry", doors["the page"], call, { headers });
  expect(taken).toMatchObject({ status: 303, ref: expect.stringMatching(/^[2-9A-Z]{5}$/) });
  expect(await throughEveryDoor({ page, site }, fields)).toBe(taken.ref);
  expect(await mailsAbout(taken.ref ?? "", site, inbox)).toHaveLength(2);
  expect(await storedLeads(site, message)).toMatchObject([{ ref: taken.ref }]);
});

test("row 41, the mail server is down: thanked and stored", async ({ page, openSite }) => {
  const site = await openSite(mailSettings({ smtpPort: await freePort() }));
  const ref = await throughEveryDoor({ page, site }, [...fieldsOf({}), ["key", randomUUID()]]);
  await expect.poll(async () => (await site.leads("show", ref)).match(/transient +ESOCKET/g)).toHaveLength(2);
  expect(await site.health()).toMatchObject({ status: "ok", pending: 2, dead: 0 });
});

test("row 41, the mail server is down and the store is locked: thanked, and stored once the lock is gone", async ({
  page,
  openSite,
}) => {
  test.setTimeout(120_000);
  const site = await openSite(mailSettings({ smtpPort: await freePort() }));
  const store = lockStore(site.dataDir);
  const refs: string[] = [];
  for (const [name, door] of Object.entries(doors)) {
    const { status, ref = "" } = await postForm(site, page, "inquiry", door, fieldsOf({ message: name }));
    expect(status, name).toBe(door.taken);
    refs.push(ref);
  }
  store.mend();

  await expect.poll(site.health, { timeout: 30_000 }).toMatchObject({ alarms: [], pending: 2 * refs.length });
  const stored = await storedLeads(site);
  expect(Object.fromEntries(stored.map(({ message, ref }) => [message, ref]))).toEqual(
    Object.fromEntries(Object.keys(doors).map((name, index) => [name, refs[index]])),
  );
});

test("row 41, nothing can be kept anywhere: said so, with the text and where to write instead, and taken later", async ({
  page,
  openSite,
}) => {
  test.setTimeout(90_000);
  const site = await openSite(mailSettings({ smtpPort: await freePort() }));
  const fields: Field[] = [...fieldsOf({}), ["key", randomUUID()]];
  const store = breakStore(site.dataDir);
  const spool = await breakSpool(site.dataDir);
  for (const [name, door] of Object.entries(doors)) {
    const answer = await postForm(site, page, "inquiry", door, fields);
    expect(answer, name).toMatchObject({ status: 503, ref: undefined, errors: {} });
    expect(answer.body, name).toMatch(/hello(@|%40)dreamcode\.test/);
    if (door.accept !== "application/json") expect(answer.kept, name).toMatchObject(Object.fromEntries(fieldsOf({})));
  }

  store.mend();
  await spool.mend();
  await throughEveryDoor({ page, site }, fields);
  expect(await storedLeads(site)).toHaveLength(1);
});

for (const [when, cut] of [
  [
    "half of the text is sent",
    (sent: string) => ({ bytes: sent.slice(0, -Math.floor(sent.length / 3)), waits: false }),
  ],
  ["the answer is read", (sent: string) => ({ bytes: sent, waits: true })],
] as const) {
  test(`row 42, the connection ends before ${when}: sent again, it is stored once`, async ({ page, site, inbox }) => {
    for (const [name, door] of Object.entries(doors)) {
      const message = `Cut off ${randomUUID()}`;
      const fields: Field[] = [...fieldsOf({ message }), ["key", randomUUID()]];
      const sent = door.sent(fields);
      await hangUp(site, cut(asRequest(site, door.address("inquiry"), { ...sent, accept: door.accept })));

      const { status, ref = "" } = await postForm(site, page, "inquiry", door, fields);
      expect(status, name).toBe(door.taken);
      expect(await mailsAbout(ref, site, inbox), name).toHaveLength(2);
      expect(await storedLeads(site, message), name).toMatchObject([{ ref }]);
    }
  });
}

async function storedLeads(site: Site, message = ""): Promise<{ ref: string; message: string }[]> {
  const lines = (await site.leads("export", "--jsonl")).split("\n");
  return lines.filter((line) => line !== "" && line.includes(message)).map((line) => JSON.parse(line));
}

/** As it goes over the wire, because fetch leaves no request half sent. */
function asRequest(site: Site, address: string, { type, body, accept, headers }: Sent): string {
  const all = {
    host: new URL(site.url).host,
    accept,
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${address} HTTP/1.1`, ...lines, "", `${body}`].join("\r\n");
}

async function hangUp(site: Site, { bytes, waits }: { bytes: string; waits: boolean }) {
  const { hostname, port } = new URL(site.url);
  const socket = connect({ host: hostname, port: Number(port) });
  await new Promise((written) => socket.write(bytes, written));
  if (waits) await once(socket, "data");
  socket.destroy();
  if (!socket.closed) await once(socket, "close");
}
