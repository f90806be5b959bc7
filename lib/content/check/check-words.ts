import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { errorOfFile, type Problem } from "#lib/content/source/content-error.ts";
import { rawMark } from "#lib/content/text/lint/raw-mark.ts";
import { defaultLocale, locales } from "#lib/i18n/locales.ts";
import { sentencesIn } from "./sentences-in.ts";

/** What the site takes from each. The team's mails are in English alone. */
export const exportsOf: Record<string, string[]> = {
  "broken.ts": ["broken"],
  ...Object.fromEntries(
    locales.flatMap((locale) => [
      [`${locale}/messages.ts`, ["messages"]],
      [`${locale}/mail.ts`, ["mail"]],
    ]),
  ),
  "en/mail.ts": ["mail", "notice", "digest", "proof", "reconciliation", "alarm"],
};
const words = Object.keys(exportsOf);
const options =
  "--ignoreConfig --noEmit --strict --skipLibCheck --target esnext --module esnext --moduleResolution bundler --allowImportingTsExtensions --pretty false".split(
    " ",
  );

/** What is wrong in the words of buttons, forms and mails, which are programs: the site would not start, or show nothing there. */
export async function checkWords(root: string): Promise<Problem[]> {
  const missing = words.filter((file) => !existsSync(path.join(root, file)));
  const found = words.filter((file) => !missing.includes(file));
  const wrong = await mistakes(root, found);
  return [
    ...missing.map((file) => errorOfFile(`content/${file}`, "file", "is missing; take it back from the last version")),
    ...wrong,
    ...found.flatMap((file) => missingExports(root, file)),
    ...found.flatMap((file) => emptyTexts(root, file)),
    // Of a program with mistakes nothing can be read.
    ...(wrong.length > 0
      ? []
      : found.flatMap((file) => [...misspeltPlaceholders(root, file), ...rawSentences(root, file)])),
  ];
}

async function mistakes(root: string, files: string[]): Promise<Problem[]> {
  const tsc = path.join(import.meta.dirname, "../../../node_modules/typescript/bin/tsc");
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

function emptyTexts(root: string, file: string): Problem[] {
  const lines = readFileSync(path.join(root, file), "utf8").split("\n");
  return lines.flatMap((text, index): Problem[] => {
    // A hint may be left out.
    const [, before = "", key] = /^(\s*)(\w+)(?<!Hint): "\s*",?$/.exec(text) ?? [];
    const place = { file: `content/${file}`, line: index + 1, column: before.length + 1 };
    return key ? [{ severity: "error", ...place, field: "words", message: `${key} has no words; write them` }] : [];
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
  const reference = file.replace(/^[^/]+(?=\/)/, defaultLocale);
  if (!existsSync(path.join(root, reference))) return [];
  const known = sentencesOf(root, reference);
  return sentencesOf(root, file).flatMap(({ name, text, at: { line, column } }) => {
    const here = known.filter((sentence) => sentence.name === name);
    const names = here.flatMap((sentence) => sentence.text.match(/\{\w+\}/g) ?? []);
    const wrong = (text.match(/\{[^{}]*\}|[{}]/g) ?? []).filter((mark) => !names.includes(mark));
    return wrong.map((mark): Problem => {
      const message = file === reference ? asTyped(mark) : unknownPlaceholder(mark, names, reference, here[0]?.at.line);
      return { severity: "error", file: `content/${file}`, line, column, field: "words", message };
    });
  });
}

function sentencesOf(root: string, file: string) {
  return sentencesIn(readFileSync(path.join(root, file), "utf8"), exportsOf[file] ?? []);
}

function asTyped(mark: string): string {
  return `${mark} would be shown as it is typed; a placeholder is one word without accents, as in {name}`;
}

function unknownPlaceholder(mark: string, names: string[], reference: string, line = 1): string {
  if (names.length === 0)
    return `${mark} stands for nothing: content/${reference}:${line} has no placeholder here; remove it, or correct that line`;
  const list = names.join(", ");
  return `${mark} is not among the placeholders that content/${reference}:${line} has here: ${list}; write one of them, or correct that line`;
}
