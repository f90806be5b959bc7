import { contentRoot } from "#lib/content/source/content-folder.ts";
import { memoize } from "#lib/content/source/memoize.ts";
import { isLocale, type Locale } from "#lib/i18n/locales.ts";
import { question } from "#lib/question.ts";
import type { ShareCard } from "./share-card.ts";
import { shareCards } from "./share-cards.ts";

/** The card of the page at this address, or of the nearest section above it that has one. */
export const findShareCard = question("share card", (address: string, root = contentRoot): ShareCard => {
  const steps = address.split("/");
  const addresses = steps.map((_, index) => steps.slice(0, steps.length - index).join("/"));
  const [, locale] = steps;
  const cards = isLocale(locale) ? cardsByAddress(locale, root) : undefined;
  const found = addresses.map((address) => cards?.get(address)).find((card) => card !== undefined);
  if (!found) throw new Error(`no share image for ${address} nor for any section above it`);
  return found;
});

const cardsByAddress = memoize(
  (locale: string, root: string) => new Map(shareCards(locale as Locale, root).map((card) => [card.path, card])),
  (_, root) => [root],
);
