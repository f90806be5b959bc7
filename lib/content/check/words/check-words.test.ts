import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { problemLine } from "#lib/content/source/content-error.ts";
import { folderForTests } from "#lib/folder-for-tests.ts";
import { checkWords, exportsOf } from "./check-words.ts";

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
  [
    "quotes of Word",
    "en/messages.ts",
    '"Menu"',
    "“Menu”",
    /^content\/en\/messages\.ts:5:9 words: Invalid character; mend it, or take the line back from the last version$/,
  ],
  [
    "a name misspelt",
    "es/messages.ts",
    'submit: "Buscar"',
    'sumbit: "Buscar"',
    /^content\/es\/messages\.ts:\d+:5 words: the site asks for no sumbit here; did you mean submit\?$/,
  ],
  [
    "a name misspelt in the language that the others follow",
    "en/messages.ts",
    'submit: "Search"',
    'sumbit: "Search"',
    /^content\/en\/messages\.ts:\d+:5 words: the site asks for no sumbit here; did you mean submit\?$/,
  ],
  [
    "a name that nothing is like",
    "es/mail.ts",
    'topic: "Tema"',
    'topic: "Tema",\n    additional: "Más"',
    /^content\/es\/mail\.ts:\d+:5 words: the site asks for no additional here; remove it, or correct its name \(docs\/how-to-add\.md if it is new\)$/,
  ],
  [
    "a name left out",
    "es/messages.ts",
    'menu: "Menú",',
    "",
    /^content\/es\/messages\.ts:3:35 words: menu is missing in messages; write it here$/,
  ],
  [
    "a name left out in a mail that is in English alone",
    "en/mail.ts",
    '    subject: "[Alarm] The site cannot send mail",\n',
    "",
    /^content\/en\/mail\.ts:\d+:3 words: subject is missing in alarm\.paused; write it here$/,
  ],
  [
    "a language left out",
    "broken.ts",
    "  es: {",
    "  fr: {",
    /^content\/broken\.ts:2:23 words: es is missing in broken; write it here$|^content\/broken\.ts:8:3 words: the site asks for no fr here; /,
  ],
  [
    "a name twice",
    "en/messages.ts",
    'menu: "Menu",',
    'menu: "Menu",\n  menu: "Menus",',
    /^content\/en\/messages\.ts:\d+:3 words: menu is there twice; keep one of the two$/,
  ],
  [
    "no words",
    "en/messages.ts",
    'menu: "Menu"',
    'menu: ""',
    /^content\/en\/messages\.ts:\d+:3 words: menu has no words; write them$/,
  ],
  [
    "a number",
    "en/messages.ts",
    'menu: "Menu"',
    "menu: 5",
    /^content\/en\/messages\.ts:\d+:3 words: menu has to be one text in quotes: "…"$/,
  ],
  [
    "a list",
    "es/messages.ts",
    'menu: "Menú"',
    'menu: ["Menú"]',
    /^content\/es\/messages\.ts:\d+:3 words: menu has to be one text in quotes: "…"$/,
  ],
  [
    "a list without words",
    "es/messages.ts",
    '"Alguien de nuestro equipo lee lo que escribió."',
    '""',
    /^content\/es\/messages\.ts:\d+:5 words: nextSteps has no words; write them$/,
  ],
  [
    "a text where a group is asked for",
    "es/messages.ts",
    /footnotes: \{.*\}/.exec(readFileSync("content/es/messages.ts", "utf8"))?.[0] ?? "",
    'footnotes: "Notas"',
    /^content\/es\/messages\.ts:\d+:3 words: footnotes has to be a group of words between \{ \}$/,
  ],
])("%s is an error at its place", async (_what, file, from, to, said) => {
  const [first] = await checkWords(wordsWith({ [file]: [from, to] }));
  expect(first && problemLine(first)).toMatch(said);
});

test.each<[what: string, file: string, from: string, to: string, said: string]>([
  [
    "misspelt in one language",
    "es/messages.ts",
    "Su nombre debe tener máximo {limit}",
    "Su nombre debe tener máximo {limite}",
    "content/es/messages.ts:N:16 words: {limite} is not filled in; what is filled in here is {limit}, {length}: write one of them, or remove it",
  ],
  [
    "misspelt in the language that the others are compared with",
    "en/messages.ts",
    "Your name must be {limit}",
    "Your name must be {limt}",
    "content/en/messages.ts:N:16 words: {limt} is not filled in; what is filled in here is {limit}, {length}: write one of them, or remove it",
  ],
  [
    "with an accent",
    "es/messages.ts",
    "Foto: {credit}",
    "Foto: {crédit}",
    "content/es/messages.ts:N:12 words: {crédit} is not filled in; what is filled in here is {credit}: write one of them, or remove it",
  ],
  [
    "in a list that has none",
    "es/messages.ts",
    "Alguien de nuestro equipo lee lo que escribió.",
    "{name} lo lee.",
    "content/es/messages.ts:N:7 words: {name} stands for nothing: nothing is filled in here; remove it",
  ],
  [
    "in a mail",
    "es/mail.ts",
    "Recibimos su mensaje",
    "Recibimos {text}",
    "content/es/mail.ts:N:14 words: {text} stands for nothing: nothing is filled in here; remove it",
  ],
  [
    "without its end",
    "en/messages.ts",
    "Photo: {credit}",
    "Photo: {credit",
    "content/en/messages.ts:N:12 words: { would be shown as it is typed; a placeholder is one word without accents, as in {name}",
  ],
  [
    "with spaces in it, in a mail to the team",
    "en/mail.ts",
    "Message from {name}",
    "Message from { name }",
    "content/en/mail.ts:N:16 words: { name } would be shown as it is typed; a placeholder is one word without accents, as in {name}",
  ],
  [
    "misspelt in a mail that is in English alone",
    "en/mail.ts",
    "[Alarm] {ref} was not delivered",
    "[Alarm] {reff} was not delivered",
    "content/en/mail.ts:N:14 words: {reff} is not filled in; what is filled in here is {ref}: write one of them, or remove it",
  ],
])("a placeholder %s is an error at its sentence", async (_what, file, from, to, said) => {
  const root = wordsWith({ [file]: [from, to] });
  const [first] = await checkWords(root);
  expect(first && problemLine(first).replaceAll(/\.ts:\d+/g, ".ts:N")).toBe(said);
  expect(readFileSync(path.join(root, file), "utf8").split("\n")[(first?.line ?? 0) - 1]).toContain(to);
});

test.each([
  [
    "that a language has no use for",
    "Su nombre debe tener máximo {limit} caracteres. Tiene {length}.",
    "Acorte el nombre",
  ],
  ["twice, and in another order", "Foto: {credit}", "{credit}: foto de {credit}"],
])("a placeholder %s is no mistake", async (_what, from, to) => {
  expect(await checkWords(wordsWith({ "es/messages.ts": [from, to] }))).toEqual([]);
});

test.each([
  ["put together", '"One {limit}" + "and {lenght}"'],
  ["made by a function", "((count: number) => `{limit} ${count} {lenght}`)(1)"],
  ["chosen", '1 > 0 ? "{lenght}" : "{limit}"'],
])("a sentence that is %s is read for its placeholders too", async (_what, written) => {
  const problems = await checkWords(
    wordsWith({ "es/messages.ts": ['"Su nombre debe tener máximo {limit} caracteres. Tiene {length}."', written] }),
  );
  expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^\{lenght\} is not filled in/)]);
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

test.each([
  [
    "en/messages.ts",
    '"Menu"',
    '"**Menu**"',
    "5:9 words: warning: readers would see ** as typed; this is no Markdown, so remove it",
  ],
  [
    "en/messages.ts",
    '"Menu"',
    '"Menu &amp; more"',
    "5:9 words: warning: readers would see &amp; as typed; this is no Markdown, so remove it",
  ],
  [
    "es/mail.ts",
    '"Referencia"',
    '"[TODO]"',
    "10:16 words: warning: readers would see [TODO] as typed; write what it stands for",
  ],
  [
    "broken.ts",
    "Something on our side",
    "<b>Something</b>",
    "5:12 words: warning: readers would see <b> as typed; this is no Markdown, so remove it",
  ],
])("in %s, %s is no Markdown: %s is a warning", async (file, from, to, said) => {
  const problems = await checkWords(wordsWith({ [file]: [from, to] }));
  expect(problems.map(problemLine)).toEqual([`content/${file}:${said}`]);
});

test.each([
  ["is missing", () => undefined],
  ["is a folder", (file: string) => mkdirSync(file)],
  ["is a pipe", (file: string) => execFileSync("mkfifo", [file])],
])("a file that %s is named", async (_what, make) => {
  const root = wordsWith({});
  rmSync(path.join(root, "broken.ts"));
  make(path.join(root, "broken.ts"));
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
  expect(stdout).toMatch(/^content\/en\/messages\.ts:5:9 words: /);
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
