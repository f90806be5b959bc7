import { expect, test } from "vitest";
import { leadsCommand } from "#lib/leads/cli/cli-for-tests.ts";
import { contact, deskForTests } from "#lib/leads/desk-for-tests.ts";
import { submitLead } from "#lib/leads/intake/submit-lead.ts";
import { leadStats } from "./lead-stats.ts";
import type { View } from "./view.ts";
import { openViewCounter } from "./view-counter.ts";
import { viewStats } from "./view-stats.ts";

const spring = { source: "letter", campaign: "spring (letter)" };
const first = { utm_source: "letter", utm_campaign: "spring" };

test("for each page and campaign: how many looked, opened a form from there, and sent it", async () => {
  const { desk, place, clock } = await deskForTests();
  const counter = openViewCounter(desk);
  const look = (changes: Partial<View>, times = 1) => {
    for (let time = 0; time < times; time++) {
      counter.count({
        path: "/en/blog/hubs",
        locale: "en",
        source: "",
        campaign: "",
        openedFrom: "",
        isAhead: false,
        ...changes,
      });
    }
  };
  look({ source: "www.linkedin.com" });
  await counter.write();
  clock.pass(86_400);
  look(spring, 7);
  look({}, 2);
  look({ path: "/es", locale: "es", isAhead: true });
  look({ path: "/en/contact", openedFrom: "/en/blog/hubs", ...spring }, 3);
  look({ path: "/en/contact", openedFrom: "/en/blog/hubs", isAhead: true });
  look({ path: "/es/contact", locale: "es", source: "inside" });
  await counter.write();
  const attribution = { first, last: { page: "/en/blog/hubs" } };
  await submitLead(contact({ message: "from the letter" }, { attribution }), desk);
  await submitLead(contact({ message: "from nowhere" }, { page: "/en/inquiry" }), desk);

  const { by } = await leadStats(desk.store, "America/Bogota");
  const stats = await viewStats(desk.store, { zone: "America/Bogota", leads: by });
  const nobody = { views: 0, ahead: 0, opened: 0, openedAhead: 0, sent: 0 };
  expect(stats).toEqual({
    page: [
      { value: "/en/blog/hubs", views: 10, ahead: 0, opened: 3, openedAhead: 1, sent: 1 },
      { ...nobody, value: "/en/contact", views: 3, ahead: 1 },
      { ...nobody, value: "/es/contact", views: 1, opened: 1 },
      { ...nobody, value: "/es", ahead: 1 },
      { ...nobody, value: "/en/inquiry", sent: 1 },
    ],
    campaign: [
      { value: "spring (letter)", views: 10, ahead: 0, opened: 3, openedAhead: 0, sent: 1 },
      { value: "-", views: 4, ahead: 2, opened: 1, openedAhead: 1, sent: 1 },
    ],
    source: [
      { value: "letter", views: 10, ahead: 0 },
      { value: "-", views: 2, ahead: 2 },
      { value: "inside", views: 1, ahead: 0 },
      { value: "www.linkedin.com", views: 1, ahead: 0 },
    ],
    language: [
      { value: "en", views: 13, ahead: 1 },
      { value: "es", views: 1, ahead: 1 },
    ],
    day: [
      { value: "2026-11-21", views: 1, ahead: 0 },
      { value: "2026-11-22", views: 13, ahead: 2 },
    ],
  });
  expect(JSON.parse((await leadsCommand(["stats", "--json"], place)).stdout).views).toEqual(stats);

  const { stdout } = await leadsCommand(["stats", "--since", "2026-11-22", "--until", "2026-11-22"], place);
  expect(stdout).toMatch(/^PAGE +VIEWS +AHEAD +OPENED +AHEAD +SENT\n\/en\/blog\/hubs +9 +0 +3 +1 +1\n/m);
  expect(stdout).toMatch(/^CAMPAIGN +VIEWS +AHEAD +OPENED +AHEAD +SENT\nspring \(letter\) +10 +0 +3 +0 +1\n/m);
  expect(stdout).toMatch(/^SOURCE +VIEWS +AHEAD\nletter +10 +0\n- +2 +2\ninside +1 +0\n\nLANGUAGE +VIEWS +AHEAD\n/m);
  expect(stdout).toMatch(/^DAY +VIEWS +AHEAD\n2026-11-22 +13 +2\n$/m);
});

test("whoever opens the form for an opening reads the site, and opens no form of an inquiry", async () => {
  const { desk } = await deskForTests();
  const counter = openViewCounter(desk);
  const path = "/en/application";
  counter.count({ path, locale: "en", source: "", campaign: "", openedFrom: "/en/careers/a", isAhead: false });
  await counter.write();
  const { by } = await leadStats(desk.store, "America/Bogota");
  const { page } = await viewStats(desk.store, { zone: "America/Bogota", leads: by });
  expect(page).toEqual([{ value: path, views: 1, ahead: 0, opened: 0, openedAhead: 0, sent: 0 }]);
});

test("a store that no release with counts has opened yet has leads all the same", async () => {
  const { desk, place } = await deskForTests();
  await submitLead(contact(), desk);
  await desk.store.db.schema.dropTable("view_count").execute();
  const { exitCode, stdout } = await leadsCommand(["stats"], place);
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^leads +1\n/) });
});
