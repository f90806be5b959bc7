import { execFile } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { parseAst } from "rolldown/parseAst";
import { errorOfFile, type Problem } from "#lib/content/source/content-error.ts";
import { rawMark } from "#lib/content/text/lint/raw-mark.ts";
import { locales } from "#lib/i18n/locales.ts";
import { misnamedWords } from "./misnamed-words.ts";
import { sentencesIn } from "./sentences-in.ts";
import { type WordName, wordNames } from "./word-names.ts";
import { type Word, wordsIn } from "./words-in.ts";

/** What the site takes from each. The team's mails are in English alone. */
export const exportsOf: Record<string, string[]> = {
  "broken.ts": ["broken"],
  ...Object.fromEntries(
    locales.flatMap((locale) => [
      [`${locale}/messages.ts`, ["messages"]],
      [`${locale}/mail.ts`, ["mail"]],
    ]),
  ),
  "en/mail.ts": [
    "mail",
    "notice",
    "digest",
    "chat",
    "spamReasons",
    "proof",
    "reconciliation",
    "callNotice",
    "unreachable",
    "report",
    "published",
    "testMail",
    "alarm",
    "decisionPage",
    "decided",
  ],
};
const words = Object.keys(exportsOf);
const options =
  "--ignoreConfig --noEmit --strict --skipLibCheck --target esnext --module esnext --moduleResolution bundler --allowImportingTsExtensions --pretty false".split(
    " ",
  );

/** What is wrong in the words of buttons, forms and mails, which are programs: the site would not start, or show nothing there. */
export async function checkWords(root: string): Promise<Problem[]> {
  const missing = words.filter((file) => !statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile());
  const found = words.filter((file) => !missing.includes(file));
  const misnamed = found.map((file) => wrongNames(root, file));
  // The compiler takes a second, and is asked for what cannot be told from the names: why one cannot be read, and what is made.
  const named = misnamed.flatMap((problems) => problems ?? []);
  const isPlain = misnamed.every((problems) => problems !== undefined);
  const wrong = isPlain || named.length > 0 ? named : await mistakes(root, found);
  return [
    ...missing.map((file) => errorOfFile(`content/${file}`, "file", "is missing; take it back from the last version")),
    ...wrong,
    ...found.flatMap((file) => missingExports(root, file)),
    // Of a program with mistakes nothing can be read.
    ...(wrong.length > 0
      ? []
      : found.flatMap((file) => [...misspeltPlaceholders(root, file), ...rawSentences(root, file)])),
  ];
}

/** By the names alone; undefined where they do not tell whether the file is right. */
function wrongNames(root: string, file: string): Problem[] | undefined {
  const source = readFileSync(path.join(root, file), "utf8");
  const there = wordsWhole(source, file);
  if (!there) return undefined;
  const asked = askedOf(file).filter(({ name }) => there.some((word) => word.name === name.split(".")[0]));
  const problems = misnamedWords(`content/${file}`, there, asked);
  return problems.length === 0 && there.some(({ kind }) => kind === "made") ? undefined : problems;
}

function wordsWhole(source: string, file: string): Word[] | undefined {
  // A line that belongs to nothing is the compiler's to explain.
  const isWhole = statementsOf(source).every((type) => /^(Import|Export\w+)Declaration$/.test(type));
  return isWhole ? wordsIn(source, exportsOf[file] ?? []) : undefined;
}

function statementsOf(source: string): string[] {
  try {
    return parseAst(source, { lang: "ts" }).body.map(({ type }) => type);
  } catch (error) {
    if ((error as { code?: string }).code !== "PARSE_ERROR") throw error;
    return ["syntax error"];
  }
}

/** The words that the site asks for in a file. That of the last resort has them for each language. */
function askedOf(file: string): WordName[] {
  const exported = exportsOf[file] ?? [];
  const asked = wordNames().filter(({ name }) => exported.includes(name.split(".")[0] ?? ""));
  if (file !== "broken.ts") return asked;
  return locales.flatMap((locale) => asked.map((word) => ({ ...word, name: word.name.replace(".", `.${locale}.`) })));
}

async function mistakes(root: string, files: string[]): Promise<Problem[]> {
  const tsc = path.join(import.meta.dirname, "../../../../node_modules/typescript/bin/tsc");
  try {
    await promisify(execFile)(process.execPath, [tsc, ...options, ...files], { cwd: root });
    return [];
  } catch (failure) {
    const problems = problemsIn((failure as { stdout?: string }).stdout ?? "");
    // It did not get as far as the files.
    if (problems.length === 0) throw failure;
    return problems;
  }
}

function problemsIn(said: string): Problem[] {
  const found = said.matchAll(/^(.+?)\((\d+),(\d+)\): error TS\d+: (.*)$/gm);
  return Array.from(found, ([, file, line, column, text = ""]) => {
    const message = `${text.slice(0, 300).replace(/\.$/, "")}; mend it, or take the line back from the last version`;
    const place = { file: `content/${file}`, line: Number(line), column: Number(column) };
    return { severity: "error", ...place, field: "words", message };
  });
}

/** Nothing says so before the site starts: a file without them is a program all the same. */
function missingExports(root: string, file: string): Problem[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const lost = exportsOf[file]?.filter((name) => !new RegExp(`^export const ${name}\\b`, "m").test(text)) ?? [];
  return lost.map((name) => {
    const message = `has no line that begins with "export const ${name}"; take it back from the last version`;
    return errorOfFile(`content/${file}`, "file", message);
  });
}

/** Markdown and places to fill in, which readers would see. */
function rawSentences(root: string, file: string): Problem[] {
  const shown = ["broken", "messages", "mail"];
  return sentencesIn(readFileSync(path.join(root, file), "utf8"), shown).flatMap(
    ({ text, at: { line, column } }): Problem[] => {
      // {code} is a mark of Jira's elsewhere.
      const message = rawMark(text.replaceAll(/\{\w+\}/g, "x"));
      return message ? [{ severity: "warning", file: `content/${file}`, line, column, field: "words", message }] : [];
    },
  );
}

/** A sentence that asks for what nobody fills in ends its page with 500; one that has no use for a value may leave it out. */
function misspeltPlaceholders(root: string, file: string): Problem[] {
  const asked = new Map(askedOf(file).map(({ name, placeholders }) => [name, placeholders]));
  const sentences = sentencesIn(readFileSync(path.join(root, file), "utf8"), exportsOf[file] ?? []);
  return sentences.flatMap(({ name, text, at: { line, column } }) => {
    // One of a list has its number behind the name of the list.
    const names = asked.get(name) ?? asked.get(name.replace(/\.\d+$/, "")) ?? [];
    const wrong = (text.match(/\{[^{}]*\}|[{}]/g) ?? []).filter((mark) => !names.includes(mark));
    return wrong.map((mark): Problem => {
      const message = /^\{[\p{L}\w]+\}$/u.test(mark) ? unknownPlaceholder(mark, names) : asTyped(mark);
      return { severity: "error", file: `content/${file}`, line, column, field: "words", message };
    });
  });
}

function asTyped(mark: string): string {
  return `${mark} would be shown as it is typed; a placeholder is one word without accents, as in {name}`;
}

function unknownPlaceholder(mark: string, names: string[]): string {
  if (names.length === 0) return `${mark} stands for nothing: nothing is filled in here; remove it`;
  return `${mark} is not filled in; what is filled in here is ${names.join(", ")}: write one of them, or remove it`;
}
