import { expect, test } from "vitest";
import { deskForTests } from "#lib/leads/desk-for-tests.ts";
import type { LeadDesk } from "#lib/leads/lead-desk.ts";
import { dismiss } from "#lib/leads/outbox/dismiss.ts";
import { openSightings, storedSightings } from "#lib/leads/store/sightings.ts";
import { currentAlarms, raiseAlarms } from "./alarms.ts";
import { leadHealth } from "./lead-health.ts";
import { look, startWatch, watch } from "./watch.ts";

test("what one process saw raises the alarm of all, is written once a minute, and ends when it was not seen for so long", async () => {
  const { desk, clock } = await deskForTests();
  expect(desk.sightings.see("proxy-untrusted")).toBe(true);
  await watch(desk);
  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toEqual(["proxy-untrusted"]);

  clock.pass(59);
  expect(desk.sightings.see("proxy-untrusted")).toBe(false);
  await watch(desk);
  expect(await storedSightings(desk.store.db, clock.now)).toMatchObject([{ at: "2026-11-21T12:00:00.000Z" }]);
  clock.pass(1);
  expect(desk.sightings.see("proxy-untrusted")).toBe(false);
  await watch(desk);
  expect(await storedSightings(desk.store.db, clock.now)).toMatchObject([{ at: "2026-11-21T12:01:00.000Z" }]);

  clock.pass(86_399);
  expect(await currentAlarms(desk)).toHaveLength(1);
  clock.pass(1);
  expect(await currentAlarms(desk)).toEqual([]);
});

test("a publication that fails for another reason is told anew at once, each once until one is good", async () => {
  const { desk } = await deskForTests();
  const see = async (occasion: string) => {
    desk.sightings.see("publication-failed", { reason: `${occasion}.md:1:1`, outcome: "https://a.test", occasion });
    await watch(desk);
    await raiseAlarms(desk);
  };
  for (const occasion of ["a", "a", "b", "a", "b"]) await see(occasion);
  expect(await mailed(desk)).toEqual(["a.md:1:1", "b.md:1:1"]);
  expect(await leadHealth(desk, true)).toMatchObject({ alarms: ["publication-failed"] });

  desk.sightings.isOver("publication-failed");
  await watch(desk);
  await raiseAlarms(desk);
  await see("a");
  expect(await mailed(desk)).toEqual(["a.md:1:1", "b.md:1:1", "a.md:1:1"]);
});

test("what is mended is no alarm any more, however often it is looked at before that is written down", async () => {
  const { desk } = await deskForTests();
  desk.sightings.see("store-moved");
  await desk.sightings.write();
  for (let looks = 0; looks < 3; looks += 1) desk.sightings.isOver("store-moved");
  await desk.sightings.write();
  expect(await currentAlarms(desk)).toEqual([]);
});

test("what is dismissed is over in every process that saw it, and is told anew when it is seen again", async () => {
  const { desk, clock } = await deskForTests();
  const other = { ...desk, sightings: openSightings(desk) };
  for (const each of [desk, other]) each.sightings.see("lead-refused");
  for (const each of [desk, other]) await watch(each);
  expect(await leadHealth(other, true)).toMatchObject({ status: "failing", alarms: ["lead-refused"] });

  await dismiss(desk.store.db, "lead-refused");
  for (const each of [desk, other]) {
    await watch(each);
    expect(await leadHealth(each, true)).toMatchObject({ status: "ok", alarms: [] });
  }

  clock.pass(5);
  desk.sightings.see("lead-refused");
  await watch(desk);
  for (const each of [desk, other])
    expect(await leadHealth(each, true)).toMatchObject({ status: "failing", alarms: ["lead-refused"] });
  expect(await storedSightings(desk.store.db, clock.now)).toMatchObject([{ at: "2026-11-21T12:00:05.000Z" }]);
});

test("what is seen again before a process has heard that it was dismissed is told", async () => {
  const { desk, clock } = await deskForTests();
  desk.sightings.see("lead-refused");
  await watch(desk);

  await dismiss(desk.store.db, "lead-refused");
  clock.pass(4);
  desk.sightings.see("lead-refused");
  await watch(desk);

  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toEqual(["lead-refused"]);
  expect(await leadHealth(desk, true)).toMatchObject({ status: "failing", alarms: ["lead-refused"] });
});

test("what another process sees no more is not over here, as it would be if somebody had dismissed it", async () => {
  const { desk } = await deskForTests();
  const other = openSightings(desk);
  for (const each of [desk.sightings, other]) {
    each.see("publication-blocked", { due: "2026-11-24 07:00", reason: "no build" });
    await each.write();
  }

  other.isOver("publication-blocked");
  await other.write();
  await desk.sightings.write();

  expect(desk.sightings.current().map(({ topic }) => topic)).toEqual(["publication-blocked"]);
});

test.each([
  ["lead-refused", 86_400],
  ["proxy-untrusted", 86_400],
  ["connections-full", 3_600],
  ["store-moved", 600],
  ["disk-low", 600],
  ["log-lost", 600],
  ["retention-refused", 10_800],
] as const)(
  "%s counts for %d seconds after it was seen last, here and in every other process",
  async (topic, seconds) => {
    const { desk, clock } = await deskForTests();
    desk.sightings.see(topic);
    await desk.sightings.write();
    const counts = async () => [
      desk.sightings.current().length,
      (await storedSightings(desk.store.db, clock.now)).length,
    ];

    clock.pass(seconds - 0.001);
    expect(await counts()).toEqual([1, 1]);
    clock.pass(0.001);
    expect(await counts()).toEqual([0, 0]);
    clock.pass(1 - 2 * seconds);
    expect(await counts(), "by a clock that was put back").toEqual([1, 1]);
  },
);

test.each([
  [200_000_000, 1_000, []],
  [199_999_999, 1_000, ["disk-low"]],
  [200_000_000, 999, ["disk-low"]],
])("room for %d bytes and %d files is said to be %j", async (bytes, files, topics) => {
  const { desk } = await deskForTests();
  look({ ...desk, spool: { ...desk.spool, room: () => ({ bytes, files }) } });
  expect(desk.sightings.current().map(({ topic }) => topic)).toEqual(topics);
});

test("what a process sees no more is over at once, and a clock that was put back keeps no alarm", async () => {
  const { desk, clock } = await deskForTests();
  desk.sightings.see("disk-low", { room: "9 MB", files: "70" });
  await desk.sightings.write();
  expect(await currentAlarms(desk)).toMatchObject([{ subject: "[Alarm] The disk is nearly full: 9 MB left" }]);
  await watch(desk);
  expect(await currentAlarms(desk)).toEqual([]);
  expect(desk.sightings.current()).toEqual([]);

  clock.pass(1_000 * 86_400);
  desk.sightings.see("lead-refused");
  await watch(desk);
  clock.pass(-1_000 * 86_400);
  expect(await currentAlarms(desk)).toEqual([]);
});

test("whoever starts the site again is asked anew whether a proxy hides the visitors or a publication fails, and not whether a lead was refused", async () => {
  const { desk } = await deskForTests();
  const mended = ["proxy-untrusted", "connections-full", "store-moved", "disk-low", "log-lost"] as const;
  const published = ["publication-blocked", "publication-late", "publication-failed"] as const;
  for (const topic of [...mended, ...published, "lead-refused"] as const) {
    desk.sightings.see(topic, { room: "9 MB", files: "70", reason: "a.md:1:1", occasion: "a" });
  }
  await desk.sightings.write();

  const watching = await startWatch({ ...desk, sightings: openSightings(desk) });
  await watching.stop();

  expect((await currentAlarms(desk)).map(({ topic }) => topic)).toEqual(["lead-refused"]);
});

/** The reasons in the alarms that were written, in their order. */
async function mailed({ store }: Pick<LeadDesk, "store">) {
  const rows = await store.db.selectFrom("outbox").select("content").where("kind", "=", "alarm").execute();
  return rows.map(({ content }) => /^\S+\.md:1:1$/m.exec(JSON.parse(content ?? "").text)?.[0]);
}
