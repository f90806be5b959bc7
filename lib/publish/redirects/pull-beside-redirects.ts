import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readArticles } from "#lib/content/kinds/article.ts";
import { locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { addRedirects, redirectsFile } from "./add-redirects.ts";
import { ownRedirects, redirectsAside, redirectsIn } from "./own-redirects.ts";

/**
 * Takes in what Git has, with `git`, and puts back what publications of this machine have written into the file of redirects since.
 * What comes from Git counts more. Gives what `git pull` ended with.
 */
export async function pullBesideRedirects(
  git: (...command: string[]) => Promise<number>,
  project = process.cwd(),
): Promise<number> {
  const aside = join(project, redirectsAside);
  const own = ownRedirects(project);
  if (own.length > 0) {
    mkdirSync(dirname(aside), { recursive: true });
    writeFileSync(aside, JSON.stringify(own));
    await git("checkout", "--", redirectsFile);
  }
  const code = await git("pull", "--ff-only");
  const pulled = redirectsIn(readFileSync(join(project, redirectsFile), "utf8"));
  // The check names its mistakes. What was put aside waits until they are mended.
  if (!pulled) return code;

  const table = new Map(pulled.map(({ from, to }) => [from, to]));
  const root = join(project, "content");
  const taken = new Set<string>(
    locales.flatMap((locale) => readArticles(root, locale).entries.map(({ slug }) => paths.article(locale, slug))),
  );
  const moves = own.flatMap(({ from, to }) => {
    const end = endOf(to, table);
    // What stands there again is found there.
    return table.has(from) || end === from || taken.has(from) ? [] : [{ from, to: end }];
  });
  addRedirects(moves, project);
  rmSync(aside, { force: true });
  return code;
}

/** Where a reader comes to rest. The check names a circle. */
function endOf(address: string, table: ReadonlyMap<string, string>): string {
  let end = address;
  for (const _ of table) end = table.get(end) ?? end;
  return end;
}
