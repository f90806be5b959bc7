import { expect, test } from "vitest";
import { deskForTests } from "#lib/leads/desk-for-tests.ts";
import { leadsCommand as leads } from "./cli-for-tests.ts";

test("an option that a command does not know is named", async () => {
  const { place } = await deskForTests();
  const { exitCode, stderr } = await leads(["show", "--json", "K7QD2"], place);
  expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/^This command knows no --json\.\n/)]);
});

test.each([
  [[]],
  [["lists"]],
  [["list", "more"]],
  [["list", "--csv"]],
  [["list", "--since"]],
  [["retry"]],
  [["retry", "--all"]],
  [["retry", "--dead", "K7QD2"]],
  [["alarms", "now"]],
  [["dismiss"]],
  [["dismiss", "--all"]],
  [["stats", "--csv"]],
  [["show"]],
  [["show", "K7QD2", "M4XYZ"]],
  [["release"]],
  [["release", "K7QD2", "M4XYZ"]],
  [["spam"]],
  [["spam", "--held"]],
  [["erase-old", "now"]],
  [["export", "--xml"]],
  [["export", "--csv", "--jsonl"]],
  [["export", "--out"]],
  [["export", "--out", ""]],
  [["backup"]],
  [["backup", "a", "b"]],
  [["backup", "--out"]],
  [["restore"]],
  [["restored", "--send", "--drop"]],
  [["export", "K7QD2"]],
  [["migrate-store", "now"]],
])("%j is answered with how to use it, and 2", async (args) => {
  const { place } = await deskForTests();

  const { exitCode, stdout, stderr } = await leads(args, place);

  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(/^(?:.+\n\n)?Usage: npm run leads -- COMMAND\n/);
});

test("a command without what it needs says how it is called, and not how all the others are", async () => {
  const { place } = await deskForTests();
  const { stderr } = await leads(["show"], place);
  expect(stderr.split("\n").map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
    "Usage: npm run leads -- COMMAND",
    "",
    "show REF",
    "",
  ]);
});

test.each([
  [["lst"], "There is no command lst."],
  [["list", "--hold"], "Unknown option '--hold'."],
])("%j is told what is wrong before how to use it", async (args, said) => {
  const { place } = await deskForTests();
  const { exitCode, stderr } = await leads(args, place);
  expect(exitCode).toBe(2);
  expect(stderr.startsWith(`${said}\n\nUsage: npm run leads -- COMMAND\n`)).toBe(true);
});

test.each([
  [
    ["list", "--status", "lost-in-space"],
    "There is no status lost-in-space. Known: new, quarantined, open, won, lost, spam, erased.",
  ],
  [["list", "--form", "fax"], "There is no form fax. Known: contact, inquiry"],
  [["list", "--service", "plumbing"], /^There is no service plumbing\. Known: .*staff-augmentation/],
  [["list", "--country", "xx"], /^There is no country XX\. Known: AD, AE, /],
  [["list", "--since", "yesterday"], "--since is yesterday: write a day that exists, as in 2026-11-21."],
  [["list", "--until", "2026-02-30"], "--until is 2026-02-30: write a day that exists, as in 2026-11-21."],
  [
    ["list", "--since", "2026-02-03", "--until", "2026-02-02"],
    "--since 2026-02-03 is after --until 2026-02-02: no lead can fit.",
  ],
  [
    ["export", "--out", "leads.txt"],
    "End the name of the file in .csv, .jsonl or .xlsx, or say --csv, --jsonl or --xlsx.",
  ],
  [["export", "--csv", "--out", "-"], "Leave --out - away: without a file it goes to the standard output."],
  [["export", "--xlsx"], "A spreadsheet is no text: name its file, as in --out leads.xlsx."],
  [["stats", "--since", "2026-13-01"], "--since is 2026-13-01: write a day that exists, as in 2026-11-21."],
])("%j is answered with what would be right, in one line, and 2", async (args, said) => {
  const { place } = await deskForTests();

  const { exitCode, stdout, stderr } = await leads(args, place);

  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr.slice(0, -1)).toMatch(said);
  expect(stderr.indexOf("\n")).toBe(stderr.length - 1);
});
