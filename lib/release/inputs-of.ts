import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readPublicEnv } from "#lib/env.ts";

const code = [
  "app",
  "components",
  "lib",
  "public",
  "scripts",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
];
// What builds write there themselves.
const made = ["public/images"];
const read = /\.(tsx?|mdx?|ya?ml|css|json|mjs|svg|txt)$/;

/** What a build is made of, in hashes: with the same, another build would be the same. */
export type Inputs = { code: string; content: string };

export function inputsOf(project: string): Inputs {
  const content = hashOf(["content"], project, { isIn: (path) => !isProgram(path) });
  return {
    code: hashOf([...code, "content"], project, { isIn: isOfCode, more: JSON.stringify(readPublicEnv()) }),
    content,
  };
}

/** The words of the site's own are compiled into its pages. Tests are no part of it. */
function isOfCode(path: string): boolean {
  return !/\.test\.tsx?$/.test(path) && (!path.startsWith("content/") || isProgram(path));
}

function isProgram(path: string): boolean {
  return path.endsWith(".ts");
}

type Part = { isIn: (path: string) => boolean; more?: string };

function hashOf(parts: string[], project: string, { isIn, more = "" }: Part): string {
  const hash = createHash("sha256").update(more);
  for (const part of parts) if (existsSync(join(project, part))) add(part);
  return hash.digest("hex");

  function add(path: string) {
    const onDisk = join(project, path);
    const stats = statSync(onDisk, { throwIfNoEntry: false });
    // What editors keep beside a file may be a link to nowhere.
    if (!stats || made.includes(path)) return;
    if (stats.isDirectory()) {
      for (const name of readdirSync(onDisk).sort()) if (!name.startsWith(".")) add(`${path}/${name}`);
    } else if (stats.isFile() && isIn(path)) {
      hash.update(`\n${path}\n`);
      // Pictures are large, and whoever puts another one in place of one writes it anew. A copy keeps the time to the second.
      const isWhole = read.test(path) || !path.startsWith("content/");
      // The same code, wherever it was checked out and when: what one machine has built another may publish by its day.
      hash.update(isWhole ? readFileSync(onDisk) : `${stats.size} ${Math.trunc(stats.mtimeMs / 1_000)}`);
    }
  }
}
