import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { inputsOf } from "./inputs-of.ts";
import { projectForTests } from "./project-for-tests.ts";

test.each([
  ["a word", "content/site.yaml", "name: DreamCodes\n"],
  ["a file of content that is new", "content/en/blog/new.md", "text"],
  ["a picture", "content/images/team.jpg", "another picture"],
  ["code", "lib/a.ts", "1"],
  ["a page", "app/page.tsx", "1"],
  ["the packages", "package-lock.json", "{}"],
])("%s that changes is another build", (_what, file, text) => {
  const project = projectForTests({ "content/images/team.jpg": "picture" });
  const before = inputsOf(project);
  expect(inputsOf(project)).toEqual(before);
  mkdirSync(join(project, file, ".."), { recursive: true });
  writeFileSync(join(project, file), text);
  expect(inputsOf(project)).not.toEqual(before);
});

test("so are a file that is gone, and another address of the site", () => {
  const project = projectForTests({ "content/en/blog/old.md": "text" });
  const before = inputsOf(project);
  const { SITE_URL } = process.env;
  onTestFinished(() => {
    if (SITE_URL === undefined) delete process.env.SITE_URL;
    else process.env.SITE_URL = SITE_URL;
  });
  process.env.SITE_URL = "https://other.example";
  expect(inputsOf(project)).not.toEqual(before);
  delete process.env.SITE_URL;
  rmSync(join(project, "content/en/blog/old.md"));
  expect(inputsOf(project)).not.toEqual(before);
});

test("what editors and builds leave there is not, and neither are tests", () => {
  const project = projectForTests();
  const before = inputsOf(project);
  mkdirSync(join(project, "lib"), { recursive: true });
  writeFileSync(join(project, "lib/a.test.ts"), "1");
  symlinkSync("ana@desk.4711", join(project, "content/.#site.yaml"));
  mkdirSync(join(project, "public/images"), { recursive: true });
  writeFileSync(join(project, "public/images/a-1a2b.webp"), "made");
  mkdirSync(join(project, ".next/server"), { recursive: true });
  writeFileSync(join(project, ".next/server/a.js"), "made");
  // Whoever reads it waits for ever.
  execFileSync("mkfifo", [join(project, "content/pipe.md")]);
  // A folder that is there holds nothing that a build is made of.
  expect(inputsOf(project)).toEqual(before);
});

test("a picture that is copied with its time to the second is no other", () => {
  const project = projectForTests({ "content/images/team.jpg": "picture" });
  const picture = join(project, "content/images/team.jpg");
  utimesSync(picture, 1_700_000_000.987_6, 1_700_000_000.987_6);
  const before = inputsOf(project);
  utimesSync(picture, 1_700_000_000, 1_700_000_000);
  expect(inputsOf(project)).toEqual(before);
  utimesSync(picture, 1_700_000_001, 1_700_000_001);
  expect(inputsOf(project)).not.toEqual(before);
});

test.each(["app/favicon.ico", "app/fonts/archivo.woff2", "lib/pages/sitemap.xsd", "public/icon-192.png"])(
  "of %s what is in it counts, and no time: in each copy of a repository that is another one",
  (file) => {
    const project = projectForTests({ [file]: "of the code", "content/images/team.jpg": "picture" });
    const copy = folderForTests();
    cpSync(project, copy, { recursive: true });
    for (const one of [file, "lib/a.ts", "content/images/team.jpg"])
      utimesSync(join(copy, one), 1_700_000_000, 1_700_000_000);
    const before = inputsOf(project);
    expect(inputsOf(copy).code).toBe(before.code);
    utimesSync(join(copy, file), 1_800_000_000, 1_800_000_000);
    writeFileSync(join(copy, file), "of the edoc");
    expect(inputsOf(copy).code).not.toBe(before.code);
  },
);

test("code and content are told apart", () => {
  const project = projectForTests();
  const before = inputsOf(project);
  writeFileSync(join(project, "content/site.yaml"), "name: DreamCodes\n");
  const after = inputsOf(project);
  expect(after).toEqual({ code: before.code, content: expect.not.stringMatching(before.content) });
  // The words of the site's own are compiled.
  mkdirSync(join(project, "content/en"), { recursive: true });
  writeFileSync(join(project, "content/en/messages.ts"), "export const messages = {};\n");
  expect(inputsOf(project)).toEqual({ code: expect.not.stringMatching(before.code), content: after.content });
});
