import type { Query } from "minisearch";
import type { Locale } from "#lib/i18n/locales.ts";
import { excerptOf, markWords, type Piece } from "./excerpt.ts";
import type { SearchDocument } from "./search-document.ts";
import type { SearchIndex } from "./search-index.ts";
import { isFunctionWord, searchWords, stemOf } from "./search-words.ts";

export type FoundPage = Pick<SearchDocument, "kind" | "address"> & { title: Piece[]; excerpt: Piece[] };

/** `nearness`: the pages have every word, or every word if typing mistakes are forgiven, or only some of them. */
export type SearchAnswer = { nearness: "exact" | "close" | "partial"; count: number; pages: FoundPage[] };

const maxWords = 12;
const maxPages = 20;

/** The pages that fit a query, best first. `count` is how many there are, also of those that are not given. */
export function searchPages({ documents, index }: SearchIndex, query: string, locale: Locale): SearchAnswer {
  const words = wordsToFind(query, locale);
  const options = { boost: { title: 4, sought: 12, keywords: 3, description: 2 }, tokenize: (term: string) => [term] };

  for (const [nearness, combineWith] of words.length > 0 ? attempts : []) {
    const queries = words.map((word) => queryFor(word, locale, nearness !== "exact"));
    const found = index.search({ combineWith, queries }, options);
    if (found.length === 0) continue;

    const isHitOf = hitsWith(locale);
    const pages = found.slice(0, maxPages).map(({ id, terms }) => foundPage(documents[Number(id)], isHitOf(terms)));
    return { nearness, count: found.length, pages };
  }
  return { nearness: "exact", count: 0, pages: [] };
}

const attempts = [
  ["exact", "AND"],
  ["close", "AND"],
  ["partial", "OR"],
] as const;

/** Words that only join others are left out, unless nothing else was typed. */
function wordsToFind(query: string, locale: Locale): string[] {
  const words = [...new Set(searchWords(query).map(({ plain }) => plain))];
  const telling = words.filter((word) => !isFunctionWord(word, locale));
  return (telling.length > 0 ? telling : words).slice(0, maxWords);
}

/** The word or how a longer one begins, another form of it, and if it may be mistyped a word a few letters away. */
function queryFor(word: string, locale: Locale, mayBeMistyped: boolean): Query {
  if (word.length < 3) return word;
  const fuzzy = mayBeMistyped && word.length > 3 && 0.25;
  return { combineWith: "OR", queries: [{ queries: [word], prefix: true, fuzzy, maxFuzzy: 2 }, stemOf(word, locale)] };
}

/** Tells by the terms that a document was found with whether a word of it is to be marked. */
function hitsWith(locale: Locale) {
  // Stemming each word of twenty texts took 20 ms; most of them are the same words.
  const stems = new Map<string, string>();
  return (terms: string[]) => {
    const found = new Set(terms);
    return (plain: string) => {
      const stem = stems.get(plain) ?? stemOf(plain, locale);
      stems.set(plain, stem);
      return found.has(plain) || found.has(stem);
    };
  };
}

function foundPage(document: SearchDocument | undefined, isHit: (plain: string) => boolean): FoundPage {
  if (!document) throw new Error("The index knows a document that is not among the documents");
  const { kind, address, title, description, text } = document;
  return { kind, address, title: markWords(title, isHit), excerpt: excerptOf([description, text], isHit) };
}
