import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf, markWords } from "./excerpt.ts";

const isHit = (plain: string) => ["cloud", "mexico", "team"].includes(plain);

test("words that were found are marked as they are written", () => {
  expect(markWords("A team in México, the <b>cloud", isHit)).toEqual([
    { at: 0, text: "A ", isHit: false },
    { at: 2, text: "team", isHit: true },
    { at: 6, text: " in ", isHit: false },
    { at: 10, text: "México", isHit: true },
    { at: 16, text: ", the <b>", isHit: false },
    { at: 25, text: "cloud", isHit: true },
  ]);
});

test("marking leaves every text as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(textOf(markWords(text, () => true))).toBe(text);
    }),
  );
});

const filler = "People write about other things for a while. ".repeat(12);

test("an excerpt is cut where most of the words stand together, between words", () => {
  const text = `A cloud alone. ${filler}The team in México has a cloud of its own. ${filler}`;
  const excerpt = textOf(excerptOf(["A summary with a team.", text], isHit));
  expect(excerpt).toContain("The team in México has a cloud of its own.");
  expect(excerpt).toMatch(/^… \w/);
  expect(excerpt).toMatch(/\w …$/);
  expect(excerpt.length).toBeLessThan(230);
});

test("of texts that show as much the first is taken, and whole when it is short", () => {
  expect(textOf(excerptOf(["A summary with a team.", `Our team. ${filler}`], isHit))).toBe("A summary with a team.");
  expect(textOf(excerptOf(["A summary.", filler], isHit))).toBe("A summary.");
});

test("the beginning of a text is not called a later part", () => {
  expect(textOf(excerptOf([`“Our cloud. ${filler}`], isHit))).toMatch(/^“Our cloud\./);
});

function textOf(pieces: { text: string }[]) {
  return pieces.map(({ text }) => text).join("");
}
