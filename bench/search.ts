import { parseArgs } from "node:util";
import { locales } from "#lib/i18n/locales.ts";
import type { SearchDocument } from "#lib/search/search-document.ts";
import { searchDocuments } from "#lib/search/search-documents.ts";
import { indexOf } from "#lib/search/search-index.ts";
import { searchPages } from "#lib/search/search-pages.ts";
import { seededRandom } from "#lib/tiles/seeded-random.ts";
import { machine } from "./machine.ts";
import { type Goal, printGoals } from "./print-goals.ts";

// How long whoever searches waits where twenty do at once, among so many articles a language. The sentences are our own, in
// other orders; so each of our words stands in hundreds of them.
const { articles } = parseArgs({ options: { articles: { type: "string", default: "10000" } } }).values;
const atOnce = 20;
const rounds = 5;
const mostMs = 100;
const queries = [
  "staff augmentation",
  "bilingual support",
  "colombia",
  "nearshore developers bogota",
  "tiempo de respuesta",
  "sofware enginer",
  "help desk 24/7",
  "costo",
  "medellin",
  "zyxwv",
];

const goals: Goal[] = [];
for (const locale of locales) {
  const before = process.memoryUsage().rss;
  const index = indexOf(manyDocuments(searchDocuments(locale), Number(articles)), locale);
  const held = (process.memoryUsage().rss - before) / 1e6;
  const waits: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    for (let number = 0; number < atOnce; number++) {
      searchPages(index, queries[(number + round) % queries.length] ?? "", locale);
      // They come at one moment and are answered one after the other. The first round compiles.
      if (round > 0) waits.push(performance.now() - start);
    }
  }
  waits.sort((a, b) => a - b);
  const p95 = waits[Math.ceil(waits.length * 0.95) - 1] ?? Number.NaN;
  goals.push({ what: `${locale}: p95 of ${atOnce} searches at once`, found: p95, unit: "ms", atMost: mostMs });
  console.log(`${locale}: ${articles} articles; memory of the index ${held.toFixed(0)} MB`);
}
console.log(`${machine()}\n`);
printGoals(goals);

function manyDocuments(ours: SearchDocument[], count: number): SearchDocument[] {
  const { pick } = seededRandom("search");
  const sentences = ours.flatMap(({ text }) => text.match(/[^.!?]+[.!?]/g) ?? []);
  return Array.from({ length: count }, (_, number) => ({
    ...pick(ours),
    address: `/generated-${number}`,
    title: `${pick(ours).title} ${number}`,
    text: Array.from({ length: 40 }, () => pick(sentences)).join(""),
  }));
}
