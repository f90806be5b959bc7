import { expect, test } from "vitest";
import { deskForTests } from "#lib/leads/desk-for-tests.ts";
import type { LeadStore } from "#lib/leads/store/lead-store.ts";
import type { View } from "./view.ts";
import { openViewCounter } from "./view-counter.ts";

test("views are added up by page, source, campaign, and day of the team, those fetched ahead apart", async () => {
  const { desk, clock } = await deskForTests();
  const counter = openViewCounter(desk);
  for (let times = 0; times < 3; times++) counter.count(view());
  counter.count(view({ isAhead: true }));
  counter.count(view({ path: "/es/blog", locale: "es", source: "letter", campaign: "spring (letter)" }));
  counter.count(view({ path: "/en/contact", source: "inside", openedFrom: "/en/blog" }));
  await counter.write();
  // In Bogotá it is still the same day.
  clock.now = new Date("2026-11-22T04:59:59.000Z");
  counter.count(view());
  clock.pass(1);
  counter.count(view());
  await counter.write();
  await counter.write();

  const today = { day: "2026-11-21", locale: "en", source: "", campaign: "", opened_from: "", views: 1, ahead: 0 };
  expect(await rows(desk.store)).toEqual([
    { ...today, path: "/en/blog", views: 4, ahead: 1 },
    { ...today, path: "/en/contact", source: "inside", opened_from: "/en/blog" },
    { ...today, path: "/es/blog", locale: "es", source: "letter", campaign: "spring (letter)" },
    { ...today, path: "/en/blog", day: "2026-11-22" },
  ]);
});

test("several processes add to the same counts", async () => {
  const { desk } = await deskForTests();
  const counters = Array.from({ length: 5 }, () => openViewCounter(desk));
  for (const counter of counters) for (const path of ["/en", "/en/blog", "/es"]) counter.count(view({ path }));
  await Promise.all(counters.map((counter) => counter.write()));
  expect((await rows(desk.store)).map(({ path, views }) => [path, views])).toEqual([
    ["/en", 5],
    ["/en/blog", 5],
    ["/es", 5],
  ]);
});

test("what a store that is away does not take waits for it, with what came meanwhile, and is said", async () => {
  const { desk, reported } = await deskForTests();
  const store = { ...desk.store };
  const counter = openViewCounter({ ...desk, store });
  counter.count(view());
  await desk.store.db.schema.alterTable("view_count").renameTo("away").execute();
  const writing = counter.write();
  counter.count(view());
  counter.count(view({ path: "/es", locale: "es" }));
  await writing;
  expect(reported).toEqual([expect.stringMatching(/^page views wait for the store: /)]);

  await desk.store.db.schema.alterTable("away").renameTo("view_count").execute();
  store.isInPlace = () => false;
  await counter.write();
  expect(await rows(desk.store)).toEqual([]);
  store.isInPlace = () => true;
  await counter.write();
  expect((await rows(desk.store)).map(({ path, views }) => [path, views])).toEqual([
    ["/en/blog", 2],
    ["/es", 1],
  ]);
});

test("of a day only so many kinds are told apart; a page that is already known stays itself, the rest is counted as other", async () => {
  const { desk, clock } = await deskForTests();
  const counter = openViewCounter(desk);
  for (let number = 0; number < 2_500; number++) counter.count(view({ source: `made-up-${number}` }));
  await counter.write();
  counter.count(view({ source: "made-up-0" }));
  counter.count(view({ path: "/en", source: "late" }));
  await counter.write();

  const counted = await rows(desk.store);
  expect(counted).toHaveLength(2_002);
  const named = (source: string) =>
    counted.filter((row) => row.source === source).map(({ path, views }) => [path, views]);
  expect(named("made-up-0")).toEqual([["/en/blog", 2]]);
  expect(named("other")).toEqual([
    ["/en", 1],
    ["/en/blog", 500],
  ]);

  clock.pass(86_400);
  counter.count(view({ path: "/en", source: "late" }));
  await counter.write();
  expect((await rows(desk.store)).filter(({ source }) => source === "late")).toHaveLength(1);
});

test("while the store is away for days, what waits is bounded", async () => {
  const { desk, clock } = await deskForTests();
  const store = { ...desk.store, isInPlace: () => false };
  const counter = openViewCounter({ ...desk, store });
  for (let day = 0; day < 10; day++) {
    for (let number = 0; number < 2_100; number++) counter.count(view({ source: `made-up-${number}` }));
    clock.pass(86_400);
    await counter.write();
  }
  store.isInPlace = () => true;
  await counter.write();
  expect(await rows(desk.store)).toHaveLength(10_000);
});

test("counts go after 25 months, a month of them at a time, whatever the clock says", async () => {
  const { desk, clock } = await deskForTests();
  const counter = openViewCounter(desk);
  const countOn = async (day: string) => {
    clock.now = new Date(`${day}T12:00:00.000Z`);
    counter.count(view());
    await counter.write();
    return (await rows(desk.store)).map((row) => row.day);
  };
  await countOn("2024-09-30");
  await countOn("2024-10-01");
  expect(await countOn("2026-10-31")).toEqual(["2024-09-30", "2024-10-01", "2026-10-31"]);
  expect(await countOn("2026-11-01")).toEqual(["2024-10-01", "2026-10-31", "2026-11-01"]);
  expect(await countOn("2046-11-01")).toEqual(["2026-10-31", "2026-11-01", "2046-11-01"]);
  expect(await countOn("2026-11-02")).toEqual(["2026-10-31", "2026-11-01", "2026-11-02", "2046-11-01"]);
});

function view(changes: Partial<View> = {}): View {
  return { path: "/en/blog", locale: "en", source: "", campaign: "", openedFrom: "", isAhead: false, ...changes };
}

function rows({ db }: LeadStore) {
  return db.selectFrom("view_count").selectAll().orderBy("day").orderBy("path").orderBy("source").execute();
}
