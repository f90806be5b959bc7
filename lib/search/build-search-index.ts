// Makes .search from the content: `node lib/search/build-search-index.ts [a release before it]`. Drafts and future posts are not in it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { locales } from "#lib/i18n/locales.ts";
import { searchDocuments } from "./search-documents.ts";
import { indexOf, type SearchIndex, searchIndexFile } from "./search-index.ts";

const [, , before] = process.argv;

const counts = locales.map((locale) => {
  const indexBefore = before ? readFileSync(searchIndexFile(locale, before), "utf8") : undefined;
  const documents = searchDocuments(locale, contentRoot, indexBefore ? textsOf(indexBefore) : undefined);
  const isSame = indexBefore?.startsWith(`{"documents":${JSON.stringify(documents)},`);
  const file = searchIndexFile(locale);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, isSame && indexBefore ? indexBefore : JSON.stringify(indexOf(documents, locale)));
  return `${documents.length} ${locale}`;
});
console.log(`search: ${counts.join(", ")} pages can be found`);

/** What was found in each file that is the same in the release before, by its address: a thousand are read in 20 seconds. */
function textsOf(indexBefore: string) {
  const { documents }: SearchIndex = JSON.parse(indexBefore);
  const texts = new Map(documents.map(({ address, text }) => [address, text]));
  return ({ file }: { file: string }, address: string) => {
    const [then, now] = [path.join(before ?? "", file), path.join(contentRoot, "..", file)];
    const isSame = existsSync(then) && readFileSync(then).equals(readFileSync(now));
    return isSame ? texts.get(address) : undefined;
  };
}
