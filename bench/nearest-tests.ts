import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path/posix";

/**
 * The test files that reach a file: first the one beside it, then those of its folder that share a word of its name, then
 * the others of its folder, then the rest; of equals, those that are the fewest imports away come first, and those that
 * start a program of ours which reaches it come last.
 */
export function nearestTests(file: string, files: readonly string[]): string[] {
  const beside = files.filter((each) => each !== file && each.replace(".test.", ".") === file);
  const through = [imports, names].flatMap((used) => [...usersOf(file, files, used)]);
  const tests = [...new Set([...beside, ...through])].filter((each) => /\.test\.tsx?$/.test(each));
  const distance = (test: string) =>
    beside.includes(test) ? 0 : dirname(test) !== dirname(file) ? 3 : wordsOf(test).some(isIn(wordsOf(file))) ? 1 : 2;
  return tests.sort((a, b) => distance(a) - distance(b));
}

function wordsOf(file: string): string[] {
  return basename(file).split(/[.-]/).slice(0, -1);
}

function isIn(words: string[]): (word: string) => boolean {
  return (word) => words.includes(word);
}

function usersOf(file: string, files: readonly string[], used: typeof imports): Set<string> {
  const reached = new Set([file]);
  for (const each of reached) {
    for (const user of files) if (used(user).has(each)) reached.add(user);
  }
  return reached;
}

const imports = remembered((file) => placesIn(file, /(?:from|import\(|import) *"(#|\.{1,2}\/)([^"]+)"/g));
const names = remembered((file) => placesIn(file, /["'`](#|\.{1,2}\/|)([\w[\]./-]+\.tsx?)["'`]/g));

function placesIn(file: string, pattern: RegExp): Set<string> {
  const named = readFileSync(file, "utf8").matchAll(pattern);
  return new Set(
    Array.from(named, ([, from = "", path = ""]) => (from.startsWith(".") ? join(file, "..", from, path) : path)),
  );
}

function remembered<Value>(of: (file: string) => Value): (file: string) => Value {
  const known = new Map<string, Value>();
  return (file) => {
    const value = known.get(file) ?? of(file);
    known.set(file, value);
    return value;
  };
}
