// Makes .search from the content: `node lib/search/build-search-index.ts`. Drafts and future posts are not in it.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { locales } from "#lib/i18n/locales.ts";
import { searchDocuments } from "./search-documents.ts";
import { indexOf, searchIndexFile } from "./search-index.ts";

const counts = locales.map((locale) => {
  const index = indexOf(searchDocuments(locale), locale);
  const file = searchIndexFile(locale);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(index));
  return `${index.documents.length} ${locale}`;
});
console.log(`search: ${counts.join(", ")} pages can be found`);
