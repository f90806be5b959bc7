import { expect, test } from "vitest";
import { salesPhrases } from "./sales-phrases.ts";

const { lookIn } = salesPhrases({ pitches: [["backlink*", "guest post"], ["free audit"]], needs: ["we need"] });

test.each([
  ["one phrase", "We sell BACKLINKS software", 1, false],
  ["two phrases of a topic", "A guest\u00a0post with a backlink", 2, false],
  ["three phrases of a topic", "guest post, backlink, backlinks", 3, false],
  ["a phrase three times", "backlink backlink Backlink", 1, false],
  ["phrases of two topics", "A guest post, a backlink and a free audit", 3, false],
  ["half a word of a phrase", "xbacklink, free audition", 0, false],
  ["a need beside a phrase", "We need a tool for backlinks", 0, true],
  ["a need beside a pitch", "We need a guest post, a backlink, a free audit", 1, true],
])("%s: %s", (_what, text, sales, needs) => {
  expect(lookIn(text)).toEqual({ sales, needs });
});

test("a topic that somebody emptied counts nothing, and clients who say nothing that is listed stand for nobody", () => {
  const { lookIn } = salesPhrases({ pitches: [[], ["backlink*"]], needs: [] });
  expect(lookIn("A backlink.")).toEqual({ sales: 1, needs: false });
});
