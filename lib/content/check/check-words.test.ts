import { spawnSync } from "node:child_process";
import { cpSync, globSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { problemLine } from "#lib/content/source/content-error.ts";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { checkWords, exportsOf } from "./check-words.ts";

const back = "mend it, or take the line back from the last version";

test("the words as they are have no mistake", async () => {
  expect(await checkWords(wordsWith({}))).toEqual([]);
});

test.each<[what: string, file: string, from: string, to: string, said: RegExp]>([
  [
    "a quote left out",
    "es/mail.ts",
    ' su mensaje",',
    " su mensaje,",
    /^content\/es\/mail\.ts:5:\d+ words: Unterminated/,
  ],
  ["quotes of Word", "en/messages.ts", '"Menu"', "“Menu”", /^content\/en\/messages\.ts:8:9 words: Invalid character; /],
  ["a name misspelt", "es/messages.ts", "submit:", "submitt:", /^content\/es\/messages\.ts:\d+:\d+ words: .*submitt/],
  ["a name left out", "es/messages.ts", 'menu: "Menú",', "", /^content\/es\/messages\.ts:\d+:\d+ words: .*'menu'/],
  [
    "no words",
    "en/messages.ts",
    'menu: "Menu"',
    'menu: ""',
    /^content\/en\/messages\.ts:8:3 words: menu has no words; write them$/,
  ],
])("%s is an error at its place", async (_what, file, from, to, said) => {
  const [first] = await checkWords(wordsWith({ [file]: [from, to] }));
  expect(first && problemLine(first)).toMatch(said);
  expect(first?.message).toMatch(new RegExp(`; (write them|${back})$`));
});

test.each([
  ["broken.ts", "broken"],
  ["en/messages.ts", "messages"],
  ["es/messages.ts", "messages"],
  ["en/mail.ts", "notice"],
  ["es/mail.ts", "mail"],
])("%s without its %s is an error, and so is the empty file", async (file, name) => {
  const root = wordsWith({ [file]: [`export const ${name}`, `const ${name}`] });
  const problem = `content/${file}:1:1 file: has no line that begins with "export const ${name}"; take it back from the last version`;
  expect((await checkWords(root)).map(problemLine)).toContain(problem);
  writeFileSync(path.join(root, file), "");
  expect((await checkWords(root)).map(problemLine)).toContain(problem);
});

test("whatever the site takes from its words is known to the check", () => {
  const programs = globSync("{app,components,lib,scripts}/**/*.{ts,tsx}").filter((file) => !file.includes(".test."));
  const taken = programs.flatMap((file) =>
    Array.from(
      readFileSync(file, "utf8").matchAll(/import (?!type)\{([^}]*)\} from "#content\/([^"]+\.ts)"/g),
      ([, names = "", from]) =>
        names.split(",").flatMap((name) => {
          const [known] = name.trim().split(" ");
          return known && known !== "type" ? [`${from} ${known}`] : [];
        }),
    ).flat(),
  );
  const known = Object.entries(exportsOf).flatMap(([file, names]) => names.map((name) => `${file} ${name}`));
  expect(taken.length).toBeGreaterThan(10);
  expect(taken.filter((name) => !known.includes(name))).toEqual([]);
});

test("a file that is missing is named", async () => {
  const root = wordsWith({});
  rmSync(path.join(root, "broken.ts"));
  expect((await checkWords(root)).map(problemLine)).toEqual([
    "content/broken.ts:1:1 file: is missing; take it back from the last version",
  ]);
});

test("the command names what is wrong in the words and ends without a stack", () => {
  const project = folderForTests();
  for (const name of ["lib", "content", "package.json"]) cpSync(name, path.join(project, name), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(project, "node_modules"));
  change(path.join(project, "content/en/messages.ts"), ['"Menu"', "“Menu”"]);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["lib/content/check/cli.ts"], {
    cwd: project,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  expect(stdout).toMatch(/^content\/en\/messages\.ts:8:9 words: /);
  expect(stdout).toMatch(/content: \d errors in the words of the site; the rest is checked when they are mended\n$/);
});

/** A copy of the site's words, changed. */
function wordsWith(changes: Record<string, [from: string, to: string]>): string {
  const root = folderForTests();
  for (const file of ["broken.ts", "en/messages.ts", "en/mail.ts", "es/messages.ts", "es/mail.ts"]) {
    cpSync(path.join("content", file), path.join(root, file));
  }
  for (const [file, texts] of Object.entries(changes)) change(path.join(root, file), texts);
  return root;
}

function change(file: string, [from, to]: [from: string, to: string]) {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
