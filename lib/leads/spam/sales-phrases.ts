import { plainLetters } from "#lib/letters/plain-letters.ts";

/** How a text is searched for what sales pitches say. */
export type SalesPhrases = {
  /**
   * `sales`: for each topic the number of its phrases that stand in the text, three at most; two less where it says what
   * clients say, which `needs` tells.
   */
  lookIn(text: string): { sales: number; needs: boolean };
};

const longest = 10_000;
const mostOfATopic = 3;
const forANeed = 2;

type Phrases = { pitches: readonly (readonly string[])[]; needs: readonly string[] };

/** A word ending in * stands for all that begin so. Accents, capitals and the kind of spaces do not matter. */
export function salesPhrases({ pitches, needs }: Phrases): SalesPhrases {
  const topics = pitches.map(expression);
  const need = expression(needs);
  return {
    lookIn(text) {
      const read = plain(text.slice(0, longest));
      const different = (of: RegExp) => new Set(Array.from(read.matchAll(of), ([said]) => said)).size;
      const sales = topics.reduce((sum, topic) => sum + Math.min(different(topic), mostOfATopic), 0);
      const needs = different(need) > 0;
      return { sales: Math.max(0, needs ? sales - forANeed : sales), needs };
    },
  };
}

function expression(phrases: readonly string[]): RegExp {
  // What is found nowhere: an empty choice would be found everywhere.
  if (phrases.length === 0) return /(?!)/g;
  const each = phrases.map((phrase) =>
    plain(phrase)
      .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", "[\\p{L}\\p{N}]{0,20}"),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join("|")})(?![\\p{L}\\p{N}])`, "gu");
}

function plain(text: string): string {
  return plainLetters(text)
    .replace(/[’‘`´]/g, "'")
    .replace(/[^\p{L}\p{N}'*#$%&+@.]+/gu, " ");
}
