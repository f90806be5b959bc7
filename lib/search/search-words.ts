import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemSpanish } from "@orama/stemmers/spanish";
import type { Locale } from "#lib/i18n/locales.ts";
import { plainLetters } from "#lib/letters/plain-letters.ts";

/** A word as it stands in a text, from `at` on, and without capitals and accents. */
export type SearchWord = { at: number; written: string; plain: string };

/** The words of a text. An apostrophe or & inside stays in the word: don’t, AT&T. */
export function searchWords(text: string): SearchWord[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’&][\p{L}\p{M}\p{N}]+)*/gu), ({ 0: written, index }) => {
    return { at: index, written, plain: plainWord(written) };
  });
}

function plainWord(written: string): string {
  const word = written.toLowerCase();
  // Most words are plain, and a query looks at some thousands of them.
  return /^[a-z0-9]*$/.test(word) ? word : plainLetters(word).replaceAll("’", "'");
}

/** What the forms of a word have in common. The sign keeps it apart from words: that of cámara is cam, as in campo. */
export function stemOf(plain: string, locale: Locale): string {
  return `~${stemmers[locale](plain)}`;
}

const stemmers = {
  en: stemEnglish,
  // By its accent the stemmer tells contratación from other words, and finds contratar in it.
  es: (plain: string) => stemSpanish(plain.replace(/ion$/, "ión")),
};

/** Whether a word only joins others. The lists of libraries go on to words that lead somewhere here: horas, empleo. */
export function isFunctionWord(plain: string, locale: Locale): boolean {
  return functionWords[locale].includes(plain);
}

const functionWords = {
  en: "a an and are as at be by can do does for from has have how i in is it its of on or our the their this that to was we what when where which who will with you your".split(
    " ",
  ),
  es: "a al como con cual cuando de del donde el en es esta este ha hay la las le les lo los mas me mi no nos o para pero por que quien se ser si sin son su sus un una unas uno unos y".split(
    " ",
  ),
};
