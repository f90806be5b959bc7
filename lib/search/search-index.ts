import { readFileSync } from "node:fs";
import path from "node:path";
import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import { contentRoot } from "#lib/content/source/content-folder.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { isRelease, releaseFolder } from "#lib/release/release-folder.ts";
import type { SearchDocument } from "./search-document.ts";
import { searchDocuments } from "./search-documents.ts";
import { searchWords, stemOf } from "./search-words.ts";

/** The number of a document in `documents` is its id in `index`. */
export type SearchIndex = { documents: SearchDocument[]; index: MiniSearch };

/** The index that the build made; in development, one of the content as it is now. */
export const getSearchIndex = memoize(
  (locale: Locale) => (isRelease() ? readIndex(locale) : indexOf(searchDocuments(locale), locale)),
  () => [contentRoot],
);

function readIndex(locale: Locale): SearchIndex {
  const kept: { documents: SearchDocument[]; index: AsPlainObject } = JSON.parse(
    readFileSync(/* turbopackIgnore: true */ searchIndexFile(locale), "utf8"),
  );
  return { documents: kept.documents, index: MiniSearch.loadJS(kept.index, optionsOf(locale)) };
}

/** Git-ignored and not public: made by the build, read at the first search. */
export function searchIndexFile(locale: Locale, release = releaseFolder): string {
  return path.join(/* turbopackIgnore: true */ release, ".search", `${locale}.json`);
}

export function indexOf(documents: SearchDocument[], locale: Locale): SearchIndex {
  const index = new MiniSearch(optionsOf(locale));
  index.addAll(documents.map((document, id) => ({ id, ...document })));
  return { documents, index };
}

function optionsOf(locale: Locale): Options {
  return {
    fields: ["title", "sought", "keywords", "description", "text"],
    tokenize: (text) => searchWords(text).flatMap(({ plain }) => [plain, stemOf(plain, locale)]),
    processTerm: (term) => term,
  };
}
