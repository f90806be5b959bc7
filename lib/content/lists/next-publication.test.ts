import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { nextPublication } from "./next-publication.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-27T12:00:00Z") }));
afterEach(() => void vi.useRealTimers());

test("the first day to come on which an article is due, in any language; drafts are never due", () => {
  const root = temporaryContent({
    "en/blog/past.md": post({ url: "past", date: "NOVEMBER 26, 2026" }),
    "en/blog/draft.md": post({ url: "draft", date: "NOVEMBER 28, 2026", draft: "true" }),
    "en/blog/later.md": post({ url: "later", date: "DECEMBER 24, 2026" }),
    "es/blog/pronto.md": post({ url: "pronto", date: "DECEMBER 1, 2026" }),
  });
  expect(nextPublication(root)).toBe("2026-12-01");
});

test("without one there is none", () => {
  expect(nextPublication(temporaryContent({ "en/blog/past.md": post({ url: "past" }) }))).toBeUndefined();
});
