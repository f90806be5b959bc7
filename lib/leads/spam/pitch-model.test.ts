import { expect, test } from "vitest";
import { getSalesTopics } from "#lib/content/settings/sales-topics.ts";
import { getSpamExamples } from "#lib/content/settings/spam-examples.ts";
import { learnPitches, pitchModel, type SpamExamples } from "./pitch-model.ts";
import { type SalesPhrases, salesPhrases } from "./sales-phrases.ts";
import { calm, holdFrom, spamScore } from "./spam-score.ts";

const none = salesPhrases({ pitches: [], needs: [] });
const examples = {
  pitches: ["We build websites at low prices", "Our prices are low, call us for websites"],
  inquiries: ["Two engineers are wanted for a bank", "A bank asks for two engineers"],
};

test("a text reads like the examples whose words it has, in any letters, and one of unknown words like neither", () => {
  const model = modelOf(examples, none);
  const unknown = model("Wholly unheard syllables");
  expect(model("LOW PRICES for wébsites")).toBeGreaterThan(unknown);
  expect(model("Engineers for the bank?")).toBeLessThan(unknown);
  expect(model("Nothing of it either")).toBe(unknown);
});

test("without examples of both kinds nothing is taken for a pitch", () => {
  for (const left of [
    { ...examples, inquiries: [] },
    { ...examples, pitches: [] },
  ])
    expect(modelOf(left, none)(examples.pitches[0] ?? "")).toBe(Number.NEGATIVE_INFINITY);
});

test("the same examples make the same model", () => {
  const text = "Low prices for engineers";
  expect(modelOf(examples, none)(text)).toBe(modelOf(examples, none)(text));
});

test("a phrase of the list that stands in no example as it is counts like those that do", () => {
  const phrases = salesPhrases({ pitches: [["low prices", "prices are low", "guest post"]], needs: [] });
  const text = "A guest post";
  expect(modelOf(examples, phrases)(text)).toBeGreaterThan(modelOf(examples, none)(text));
});

test("of examples that it has not learned from it marks most pitches, and few people", () => {
  const phrases = salesPhrases(getSalesTopics());
  const { pitches, inquiries } = getSpamExamples();
  const marked = { pitches: 0, inquiries: 0 };
  const folds = 4;
  for (let fold = 0; fold < folds; fold++) {
    const [isLeft, isLearned] = [isOf(fold), (_: string, index: number) => !isOf(fold)(_, index)];
    const model = modelOf({ pitches: pitches.filter(isLearned), inquiries: inquiries.filter(isLearned) }, phrases);
    const isMarked = (message: string) =>
      spamScore(
        { name: "Ana Torres", email: "ana@gmail.com", message },
        { decoy: "empty", seconds: 30, isBareRequest: false },
        calm,
        { pitchModel: model, siteUrl: "https://dreamcode.test" },
      ).score >= holdFrom;
    marked.pitches += pitches.filter(isLeft).filter(isMarked).length;
    marked.inquiries += inquiries.filter(isLeft).filter(isMarked).length;
  }
  expect(marked.pitches / pitches.length).toBeGreaterThan(0.75);
  expect(marked.inquiries / inquiries.length).toBeLessThan(0.08);

  function isOf(fold: number) {
    return (_: string, index: number) => index % folds === fold;
  }
});

test.each(["a a ".repeat(2_500), "a.".repeat(5_000), "a@".repeat(5_000), "9".repeat(10_000), "$ 9,".repeat(2_500)])(
  "a message made to be slow to read is read at once",
  (message) => {
    const model = modelOf(examples, none);
    const before = process.threadCpuUsage();
    model(message);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(50);
  },
);

/** As the site has it: of what was learned and kept in a file. */
function modelOf(examples: SpamExamples, phrases: SalesPhrases) {
  return pitchModel(JSON.parse(JSON.stringify(learnPitches(examples, phrases))), phrases);
}
