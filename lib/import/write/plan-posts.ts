import { takenAddresses } from "#lib/content/check/links/site-addresses.ts";
import { readRedirects } from "#lib/content/settings/redirects.ts";
import { listFiles, readText } from "#lib/content/source/content-folder.ts";
import { splitFrontMatter } from "#lib/content/source/front-matter.ts";
import { parseYaml } from "#lib/content/source/parse-yaml.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";
import { paths } from "#lib/i18n/paths.ts";
import type { Head } from "#lib/import/read/source.ts";
import { type OurKeys, ourKeys } from "./our-keys.ts";
import { slugFrom } from "./slug-from.ts";

/** Where a post comes to stand, or the file that is there already. */
export type Planned = { head: Head; keys: OurKeys; locale: Locale; name: string; url: string; there?: There };

/** A file of content, and the address that it has. */
type There = { file: string; url?: string };

type Taken = { names: Map<string, There>; urls: Map<string, There>; used: Set<string>; never: Set<string> };

/** Gives each post its file and its address before any is written, so that those that link to each other know where to. */
export function planPosts(heads: Head[], root: string, fallback: Locale, isForced: boolean): Planned[] {
  const taken = Object.fromEntries(locales.map((locale) => [locale, takenIn(root, locale)])) as Record<Locale, Taken>;
  const pairs = new Map<string, string>();
  const first = heads.map((head) => ({
    head,
    keys: ourKeys(head.keys),
    locale: isForced ? fallback : (head.locale ?? fallback),
  }));
  // Translations are called as the post in the first language is.
  const inOrder = first.toSorted((a, b) => locales.indexOf(a.locale) - locales.indexOf(b.locale));
  const planned = new Map<Head, Planned>();
  for (const { head, keys, locale } of inOrder) {
    const { names, urls, used, never } = taken[locale];
    const wanted = (head.pair && pairs.get(head.pair)) || slugOf(keys, head);
    const own = slugOf(keys, head);
    const name = free(wanted, (candidate) => used.has(`name ${candidate}`));
    const url = free(own, (candidate) => used.has(`url ${candidate}`) || never.has(candidate));
    used.add(`name ${name}`).add(`url ${url}`);
    if (head.pair && !pairs.has(head.pair)) pairs.set(head.pair, name);
    planned.set(head, { head, keys, locale, name, url, there: names.get(name) ?? urls.get(url) });
  }
  return heads.flatMap((head) => planned.get(head) ?? []);
}

function slugOf(keys: OurKeys, head: Head): string {
  return slugFrom(keys.url ?? "") || slugFrom(head.name) || slugFrom(keys.title ?? "") || "post";
}

function free(wanted: string, isUsed: (name: string) => boolean): string {
  let name = wanted;
  for (let number = 2; isUsed(name); number += 1) name = `${wanted}-${number}`;
  return name;
}

/** The names and addresses of what is there, whatever else is wrong with it. */
function takenIn(root: string, locale: Locale): Taken {
  const { files } = listFiles(root, locale, "blog");
  const there = files.map(({ file, name }) => {
    const text = readText(root, file);
    const parts = typeof text === "string" ? splitFrontMatter(file, text) : text;
    const url: unknown = "yaml" in parts && Reflect.get(Object(parseYaml(parts.yaml).document.toJS()), "url");
    return { name, file, ...(typeof url === "string" && { url: url.trim() }) };
  });
  const redirected = readRedirects(root).redirects.map(({ from }) => from);
  const blog = paths.article(locale, "");
  const never = [...takenAddresses(locale), ...redirected].filter((address) => address.startsWith(blog));
  return {
    names: new Map(there.map((file) => [file.name.toLowerCase(), file])),
    urls: new Map(there.flatMap((file) => (file.url ? [[file.url.toLowerCase(), file] as const] : []))),
    used: new Set(),
    never: new Set(never.map((address) => address.slice(blog.length))),
  };
}
