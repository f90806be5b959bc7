import { expect, test } from "vitest";
import { openingForTests, serviceOfOpenings } from "#lib/content/kinds/opening-for-tests.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { nextChange } from "./next-change.ts";

const files = {
  "en/blog/past.md": post({ url: "past", date: "NOVEMBER 26, 2026" }),
  "en/blog/draft.md": post({ url: "draft", date: "NOVEMBER 28, 2026", draft: "true" }),
  "en/blog/later.md": post({ url: "later", date: "DECEMBER 24, 2026" }),
  ...serviceOfOpenings,
  "es/openings/agente.md": openingForTests({ date: "DECEMBER 3, 2026", until: "DECEMBER 20, 2026" }),
  "es/blog/pronto.md": post({ url: "pronto", date: "DECEMBER 1, 2026", time: "9:30", until: "DECEMBER 8, 2026" }),
};

test.each([
  ["the minute of an article, in any language; drafts never count", "2026-11-27T12:00:00Z", "2026-12-01T14:30:00.000Z"],
  ["the day of an opening", "2026-12-01T14:30:00Z", "2026-12-03T05:00:00.000Z"],
  ["the midnight after the last day of an article", "2026-12-03T05:00:00Z", "2026-12-09T05:00:00.000Z"],
  ["the midnight after the last day of an opening", "2026-12-09T05:00:00Z", "2026-12-21T05:00:00.000Z"],
  ["midnight in Colombia, where no time is given", "2026-12-21T05:00:00Z", "2026-12-24T05:00:00.000Z"],
  ["nothing, after the last one", "2026-12-24T05:00:00Z", undefined],
])("what changes next is %s", (_what, after, change) => {
  expect(nextChange(new Date(after), temporaryContent(files))).toBe(change);
});
