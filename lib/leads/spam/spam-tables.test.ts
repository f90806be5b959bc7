import { expect, test } from "vitest";
import { contact, deskForTests, inquiry } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { bots } from "./bots-for-tests.ts";
import { people } from "./people-for-tests.ts";
import { noToken, type PostForTests } from "./post-for-tests.ts";
import { couldBePerson } from "./spam-score.ts";

test("of bots nine in ten are marked, in both languages", async () => {
  const judged = await judge(bots);
  expect(judged.filter(({ isMarked }) => !isMarked).map(({ what }) => what).length / bots.length).toBeLessThan(0.1);
});

test("of people one in twenty is marked at most, and none is hidden", async () => {
  const judged = await judge(people);
  expect(judged.filter(({ isMarked }) => isMarked).length / people.length).toBeLessThanOrEqual(0.05);
  expect(judged.filter(({ isHidden }) => isHidden)).toEqual([]);
});

const same =
  "Our bank in Toronto needs two engineers who know Java and can begin in January beside our own team of nine people";

test("of one pitch from twelve addresses and networks, with other names in it, all but the first are marked", async () => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 12; index++) {
    const message = `Hello ${index} team, ${same}. Answer ${index * 7}, see bank${index}.com`;
    await submitLead(contact({ message, email: `a${index}@x${index}.com` }, { senderCode: `network-${index}` }), desk);
    clock.pass(6 * 3600);
  }
  expect((await statuses(desk)).filter((status) => status === "quarantined")).toHaveLength(11);
});

test("colleagues who send the same text from one network are marked from the third on, and short texts never", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 3; index++)
    await submitLead(
      contact({ message: `${same}.`, email: `a${index}@acme.com` }, { key: `form-${index}-of-acme` }),
      desk,
    );
  for (let index = 0; index < 9; index++) {
    const email = `b${index}@acme.com`;
    await submitLead(contact({ message: "Please call me back.", email }, { senderCode: `network-${index}` }), desk);
  }
  expect(await statuses(desk)).toEqual(["new", "new", "quarantined", ...Array(9).fill("new")]);
});

test("of one token from twenty addresses all but the first are marked, and whoever mistyped an address is not", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  for (let index = 0; index < 20; index++) {
    const values = { message: `A text of its own, number ${index}.`, email: `a${index}@x${index}.com` };
    await submitLead(contact(values, { token: "a-token", senderCode: `network-${index}` }), desk);
  }
  await submitLead(contact({ message: "Mine", email: "ana@gmial.com" }, { token: "ana", senderCode: "ana" }), desk);
  await submitLead(contact({ message: "Mine", email: "ana@gmail.com" }, { token: "ana", senderCode: "ana" }), desk);
  const marked = (await statuses(desk)).map((status) => status === "quarantined");
  expect(marked).toEqual([false, ...Array(19).fill(true), false, false]);
});

test.each([
  ["yesterday's code of its network", 0, "yesterday", ["copy"]],
  ["the code of another network", 0, "another", ["copies"]],
  ["a clock that is a few seconds ahead", -5, "another", ["copies"]],
  ["a clock that was a day ahead", -86_400, "another", []],
  ["nearly seven days", 7 * 86_400 - 0.001, "another", ["copies"]],
  ["seven days", 7 * 86_400, "another", []],
])("the same text, sent before under %s", async (_what, seconds, senderCode, expected) => {
  const { desk, clock } = await deskForTests({ rateLimit: true });
  await submitLead(contact({ message: same, email: "a@acme.com" }, { key: "form-of-a", senderCode }), desk);
  clock.pass(seconds);
  const today = { key: "form-of-b", senderCode: "today", earlierSenderCode: "yesterday" };
  await submitLead(contact({ message: `${same}.`, email: "b@acme.com" }, today), desk);
  expect(await reasonsOf("b@acme.com", desk)).toEqual(expected);
});

test("a token that is not ours says nothing, however many send it", async () => {
  const { desk } = await deskForTests({ rateLimit: true });
  const { signals } = contact();
  for (const name of ["a", "b", "c"]) {
    const sent = { token: "of-another-site", senderCode: name, signals: { ...signals, seconds: null } };
    await submitLead(contact({ message: `Mine, says ${name}`, email: `${name}@acme.com` }, sent), desk);
  }
  expect(await reasonsOf("c@acme.com", desk)).toEqual(["no_token"]);
});

test("whoever asks about a pitch that they got, or complains of pitches, is shown at once, without script too", async () => {
  const pitch = "SEO backlinks, guaranteed first page of Google, limited offer, free audit, order now";
  const links = "a-shop.com, b-shop.com, c-shop.com, d-shop.com";
  const posts = [
    `Is this from you? I received it today:\n\n${pitch} ${links}`,
    `Recibí este correo, ¿es de ustedes o es una estafa?\n\n${pitch} ${links}`,
    `Every day people write me “${pitch}” (${links}).`,
    `Hi,\n\n> ${pitch}\n> ${links}\n\nPlease stop.`,
  ].map((message) => ({ what: message, locale: "en" as const, message, by: noToken }));
  const asked = await judge(posts);
  expect(asked.filter(({ isMarked, isHidden }) => !isMarked || isHidden)).toEqual([]);
  const [alone] = await judge([
    {
      what: "a pitch",
      locale: "en",
      message: `${pitch} ${links} t.me/seo [url=https://a-shop.com]a[/url]`,
      by: noToken,
    },
  ]);
  expect(alone).toMatchObject({ isHidden: true });
});

/** Each from an address and a network of its own, so that nothing but the post itself counts. */
async function judge(posts: PostForTests[]) {
  const { desk } = await deskForTests({ rateLimit: true });
  for (const [index, { what: _, locale, by, company, ...said }] of posts.entries()) {
    const values = { email: `somebody${index}@gmail.com`, name: "Ana Torres", ...said };
    const form = company ? inquiry({ ...values, company }) : contact(values);
    const sent = { ...form, locale, signals: { ...form.signals, ...by }, senderCode: `network-${index}` };
    expect(await submitLead(sent, desk)).toMatchObject({ status: "received" });
  }
  const rows = await desk.store.db.selectFrom("lead").selectAll().execute();
  return posts.map(({ what, message }) => {
    const row = rows.find(({ payload }) => JSON.parse(payload).message === message);
    if (!row) throw new Error(`${what} was not stored as it was written`);
    const isMarked = row.status === "quarantined";
    const spam = { score: row.spam_score, reasons: JSON.parse(row.spam_reasons) };
    return { what, isMarked, isHidden: isMarked && !couldBePerson(spam), ...spam };
  });
}

async function reasonsOf(email: string, { store }: LeadDesk): Promise<string[]> {
  const query = store.db.selectFrom("lead").select("spam_reasons").where("email", "=", email);
  return JSON.parse((await query.executeTakeFirstOrThrow()).spam_reasons);
}

async function statuses({ store }: LeadDesk) {
  const rows = await store.db.selectFrom("lead").selectAll().execute();
  const order = rows.toSorted((a, b) => Number(a.created_at > b.created_at) - Number(a.created_at < b.created_at));
  return order.map(({ status }) => status);
}
