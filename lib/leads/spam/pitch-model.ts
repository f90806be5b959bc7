import { plainLetters } from "#lib/letters/plain-letters.ts";
import type { SalesPhrases } from "./sales-phrases.ts";

/** How much more a text reads like a sales pitch than like what clients write; 0 is neither. */
export type PitchModel = (text: string) => number;

/** What the model knows, to be kept in a file: of each feature how rare it is, and how much it weighs. */
export type LearnedPitches = { bias: number; features: [feature: string, rareness: number, weight: number][] };

/** Whole messages, as they came. */
export type SpamExamples = { pitches: readonly string[]; inquiries: readonly string[] };

const longest = 6_000;
const rounds = 10;
const fastest = 5;
const decay = 1e-3;
/** In doubt it is a client: of examples left out, a tenth at a time, 6 in 100 inquiries are taken for pitches with it, 7 without. */
const caution = 0.1;

/**
 * Learns from examples which words, pairs of words and phrases tell pitches from inquiries: logistic regression over TF-IDF,
 * by stochastic gradient descent. The same examples make the same model; without some of both kinds there is nothing to
 * learn. 940 of them take 0.9 s.
 */
export function learnPitches({ pitches, inquiries }: SpamExamples, phrases: SalesPhrases): LearnedPitches {
  if (pitches.length === 0 || inquiries.length === 0) return { bias: 0, features: [] };
  const texts = [...pitches, ...inquiries].map((text) => featuresOf(text, phrases));
  const features = rareness(texts);
  const samples = texts.map((found, index) => ({
    vector: vectorOf(found, features),
    side: index < pitches.length ? 1 : -1,
  }));
  const weights = new Float64Array(features.size);
  let bias = 0;
  const sumOf = (vector: Vector) => vector.reduce((sum, [index, value]) => sum + (weights[index] ?? 0) * value, bias);

  let step = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { vector, side } of shuffled(samples, round)) {
      step++;
      const rate = fastest / (1 + fastest * decay * step);
      const slope = -side / (1 + Math.exp(side * sumOf(vector)));
      for (const [index, value] of vector) {
        const weight = weights[index] ?? 0;
        weights[index] = weight - rate * (slope * value + decay * weight);
      }
      bias -= 0.1 * rate * slope;
    }
  }
  return {
    bias,
    features: Array.from(features, ([feature, { index, rareness }]) => [feature, rareness, weights[index] ?? 0]),
  };
}

/** `phrases`: those that it was learned with. Where nothing was learned, nothing is taken for a pitch. */
export function pitchModel({ bias, features }: LearnedPitches, phrases: SalesPhrases): PitchModel {
  if (features.length === 0) return () => Number.NEGATIVE_INFINITY;
  const known = new Map(features.map(([feature, rareness], index) => [feature, { index, rareness }]));
  return (text) =>
    vectorOf(featuresOf(text, phrases), known).reduce(
      (sum, [index, value]) => sum + (features[index]?.[2] ?? 0) * value,
      bias - caution,
    );
}

/** Endings differ more than they say: words count by their first letters. */
const stemLength = 6;

function featuresOf(text: string, phrases: SalesPhrases): Set<string> {
  const read = text.slice(0, longest);
  const words = Array.from(withKinds(read).match(/[\p{L}\p{N}_']+|[?!]/gu) ?? [], (word) => word.slice(0, stemLength));
  const { sales, needs } = phrases.lookIn(read);
  return new Set([
    ...words,
    ...words.slice(1).map((word, index) => `${words[index]} ${word}`),
    ...Array.from({ length: Math.min(sales, 4) }, (_, index) => `phrase ${index}`),
    ...(needs ? ["need"] : []),
  ]);
}

/** Addresses, prices and numbers count as what they are, and not by themselves. The lengths are bounded so that no text takes long to read. */
function withKinds(text: string): string {
  return plainLetters(text)
    .replace(/[^\s@]{1,64}@[^\s@]{1,255}/g, " _mail ")
    .replace(/(?:https?:\/\/|www\.)\S+|(?<![\w.-])[\w-]{1,63}\.(?:com|net|co|test|example|io|org)(?!\w)\S*/g, " _link ")
    .replace(/[$€£]\s?\d[\d.,]*|(?<!\d)\d{1,12}\s?%/g, " _price ")
    .replace(/\d[\d.,]*/g, " _n ");
}

type Features = Map<string, { index: number; rareness: number }>;
type Vector = [index: number, value: number][];

/** What one example alone has teaches nothing. */
function rareness(texts: Set<string>[]): Features {
  const counts = new Map<string, number>();
  for (const found of texts) for (const feature of found) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count > 1);
  return new Map(
    common.map(([feature, count], index) => {
      return [feature, { index, rareness: Math.log((1 + texts.length) / (1 + count)) + 1 }];
    }),
  );
}

/** Of few words nobody can tell; the doubt is for the sender. As much as 19 words have that one example in 150 has. */
const fewest = 24;

function vectorOf(found: Set<string>, features: Features): Vector {
  const known = [...found].flatMap((feature) => features.get(feature) ?? []);
  const length = Math.max(Math.hypot(...known.map(({ rareness }) => rareness)), fewest);
  return known.map(({ index, rareness }) => [index, rareness / length]);
}

/** By a generator of its own (Park and Miller), so that each build learns the same. */
function shuffled<Item>(items: Item[], seed: number): Item[] {
  let state = seed + 1;
  const places = items.map((item) => {
    state = (state * 48_271) % 2_147_483_647;
    return { item, place: state };
  });
  return places.sort((a, b) => a.place - b.place).map(({ item }) => item);
}
