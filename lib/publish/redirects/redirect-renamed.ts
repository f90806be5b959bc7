import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readArticles } from "#lib/content/kinds/article.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import { readManifest } from "#lib/serve/site-folder/read-manifest.ts";
import { addRedirects, type Move } from "./add-redirects.ts";

/**
 * Writes into content/redirects.yaml where each article is now whose `url` was changed in its file since a release, and
 * gives what it wrote. Its line from before a publication that failed may lead to a `url` that was changed again; what a
 * person wrote leads to something. A file with mistakes stays as it is: the check names them.
 */
export function redirectRenamed(release: string, project = process.cwd()): Move[] {
  const root = join(project, "content");
  return addRedirects(renamed(release, root), project, (address) => isNoArticle(address, root));
}

/** Whether an article would stand there, and none does. One with mistakes may: its address is among its keys. */
function isNoArticle(address: string, root: string): boolean {
  const locale = locales.find((each) => address.startsWith(paths.article(each, "")));
  const slug = locale && address.slice(paths.article(locale, "").length);
  if (!slug || slug.includes("/")) return false;
  const { entries, problems } = readArticles(root, locale);
  return !problems.some(({ severity }) => severity === "error") && !entries.some((article) => article.slug === slug);
}

/** Of what readers know, or knew before it was hidden: a draft has no address yet. */
function renamed(release: string, root: string): Move[] {
  const { files, former = {} } = readManifest(join(release, ".next/site"));
  const known = new Set([...files.map(({ path }) => path), ...Object.keys(former)]);
  return locales.filter(hasOtherUrls).flatMap((locale) => {
    const now = readArticles(root, locale).entries;
    return readArticles(join(release, "content"), locale).entries.flatMap(({ name, slug }) => {
      const to = now.find((article) => article.name === name)?.slug;
      const isTaken = now.some((article) => article.slug === slug);
      const from = paths.article(locale, slug);
      return to === undefined || isTaken || !known.has(from) ? [] : [{ from, to: paths.article(locale, to) }];
    });
  });

  /** Without reading each text as what it says: that takes 2 seconds of 1,000 articles a language. */
  function hasOtherUrls(locale: Locale): boolean {
    const [then, now] = [join(release, "content", locale, "blog"), join(root, locale, "blog")];
    const files = existsSync(then) ? readdirSync(then, { recursive: true, encoding: "utf8" }) : [];
    return files.some((file) => /\.mdx?$/.test(file) && urlLine(join(then, file)) !== urlLine(join(now, file)));
  }
}

function urlLine(file: string): string | undefined {
  return existsSync(file) ? /^["']?url["']?\s*:\s*\S.*$/m.exec(readFileSync(file, "utf8"))?.[0] : undefined;
}
