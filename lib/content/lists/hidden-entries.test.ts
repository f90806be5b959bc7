import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openingForTests, serviceOfOpenings } from "#lib/content/kinds/opening-for-tests.ts";
import { post, temporaryContent } from "#lib/content/source/temporary-content.ts";
import { hiddenEntries } from "./hidden-entries.ts";

vi.mock("#lib/release/release-folder.ts", () => ({ isRelease: () => true, releaseFolder: process.cwd() }));
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-12-09T05:00:00Z") }));
afterEach(() => void vi.useRealTimers());

test("an article whose last day is over leads to its category, or to the blog where that has no other", () => {
  const shown = { date: "DECEMBER 1, 2026", until: "DECEMBER 8, 2026" };
  const root = temporaryContent({
    "categories.yaml": "support: { en: Support, es: Soporte }\nevents: { en: Events, es: Eventos }\n",
    "en/blog/offer.md": post({ url: "offer", category: "support", ...shown }),
    "en/blog/event.md": post({ url: "event", category: "events", ...shown }),
    "en/blog/today.md": post({
      url: "today",
      category: "support",
      date: "DECEMBER 1, 2026",
      until: "DECEMBER 9, 2026",
    }),
    "en/blog/draft.md": post({ url: "draft", category: "support", draft: "true", ...shown }),
  });
  expect(hiddenEntries(new Set(), root)).toEqual({
    "/en/blog/offer": "/en/blog/category/support",
    "/en/blog/event": "/en/blog",
    "/en/blog/category/events": "/en/blog",
    "/en/blog/category/events/feed.xml": "/en/feed.xml",
    "/en/blog/category/events/feed.json": "/en/feed.json",
  });
});

test("an article that readers have known and that is a draft or dated later again leads there, too; one that none has known leads nowhere", () => {
  const root = temporaryContent({
    "en/blog/back.md": post({ url: "back", draft: "true" }),
    "en/blog/later.md": post({ url: "later", date: "JANUARY 8, 2027" }),
    "en/blog/new.md": post({ url: "new", draft: "true" }),
  });
  expect(hiddenEntries(new Set(["/en/blog/back", "/en/blog/later"]), root)).toEqual({
    "/en/blog/back": "/en/blog",
    "/en/blog/later": "/en/blog",
  });
});

test("an opening whose last day is over leads to all openings, and so does one that readers have known and that is dated later again", () => {
  const root = temporaryContent({
    ...serviceOfOpenings,
    "en/openings/over.md": openingForTests({ until: "December 8, 2026" }),
    "en/openings/open.md": openingForTests({ until: "December 9, 2026" }),
    "es/openings/luego.md": openingForTests({ date: "December 10, 2026" }),
    "es/openings/nueva.md": openingForTests({ date: "December 10, 2026" }),
  });
  expect(hiddenEntries(new Set(["/es/careers/luego"]), root)).toEqual({
    "/en/careers/over": "/en/careers",
    "/es/careers/luego": "/es/careers",
  });
});

test("while a release is made the time stands still", () => {
  vi.stubEnv("RELEASE_BEGAN", "2026-12-08T23:00:00Z");
  const root = temporaryContent({ "en/blog/offer.md": post({ url: "offer", until: "DECEMBER 8, 2026" }) });
  expect(hiddenEntries(new Set(), root)).toEqual({});
  vi.unstubAllEnvs();
  expect(hiddenEntries(new Set(), root)).toMatchObject({ "/en/blog/offer": "/en/blog" });
});
