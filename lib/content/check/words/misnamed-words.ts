import type { Problem } from "#lib/content/source/content-error.ts";
import { nearest } from "#lib/content/source/nearest.ts";
import type { Point } from "#lib/content/text/point-at.ts";
import type { WordName } from "./word-names.ts";
import type { Word } from "./words-in.ts";

/** Words that are called otherwise than the site asks for them, are missing, are twice there, or are no words. */
export function misnamedWords(file: string, words: Word[], asked: WordName[]): Problem[] {
  const groups = new Set(asked.flatMap(({ name }) => groupsOf(name)));
  const kindOf = new Map<string, keyof typeof written>([
    ...[...groups].map((name) => [name, "group"] as const),
    ...asked.map(({ name, isList }) => [name, isList ? "list" : "text"] as const),
  ]);
  const there = new Map(words.map((word) => [word.name, word]));

  const unknown = words.filter(({ name }) => !kindOf.has(name) && kindOf.has(groupOf(name)));
  const missing = [...kindOf.keys()].filter((name) => !there.has(name) && there.get(groupOf(name))?.kind === "group");
  const meant = new Map(
    unknown.map(({ name }) => {
      const near = missing.filter((other) => groupOf(other) === groupOf(name));
      const found = nearest(lastOf(name), near.map(lastOf));
      return [name, found];
    }),
  );
  const found = [...meant].map(([name, last]) => `${groupOf(name)}.${last}`);

  return [
    ...unknown.map(({ name, at }) => {
      const advice = meant.get(name)
        ? `did you mean ${meant.get(name)}?`
        : "remove it, or correct its name (docs/how-to-add.md if it is new)";
      return problem(at, `the site asks for no ${lastOf(name)} here; ${advice}`);
    }),
    ...missing
      .filter((name) => !found.includes(name))
      .map((name) =>
        problem(there.get(groupOf(name))?.at, `${lastOf(name)} is missing in ${groupOf(name)}; write it here`),
      ),
    ...words.flatMap((word) => {
      if (there.get(word.name) !== word)
        return [problem(word.at, `${lastOf(word.name)} is there twice; keep one of the two`)];
      const message = refusal(word, kindOf.get(word.name));
      return message ? [problem(word.at, `${lastOf(word.name)} ${message}`)] : [];
    }),
  ];

  function problem(at: Point | undefined, message: string): Problem {
    const { line, column } = at ?? { line: 1, column: 1 };
    return { severity: "error", file, line, column, field: "words", message };
  }
}

function refusal({ name, kind, texts }: Word, asked: keyof typeof written | undefined): string | undefined {
  if (asked === undefined || kind === "made") return undefined;
  if (kind !== asked) return written[asked];
  const isEmpty = kind === "list" ? texts.length === 0 || texts.some(isBlank) : texts.some(isBlank);
  // A hint may be left out.
  return isEmpty && !name.endsWith("Hint") ? "has no words; write them" : undefined;
}

const written = {
  text: 'has to be one text in quotes: "…"',
  list: 'has to be a list of texts: ["…", "…"]',
  group: "has to be a group of words between { }",
};

function isBlank(text: string): boolean {
  return text.trim() === "";
}

function groupsOf(name: string): string[] {
  const group = groupOf(name);
  return group === "" ? [] : [...groupsOf(group), group];
}

function groupOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
