import { afterEach, expect, test, vi } from "vitest";
import { publicationOf } from "./publication.ts";

afterEach(() => vi.useRealTimers());

test.each([
  [{ draft: false, start: "2026-11-22T21:00" }, "published"],
  [{ draft: false, start: "2021-11-09T00:00" }, "published"],
  [{ draft: false, start: "2999-01-01T00:00" }, "scheduled"],
  [{ draft: true, start: "2021-11-09T00:00" }, "draft"],
  [{ draft: true, start: "2999-01-01T00:00" }, "draft"],
  [{ draft: false, start: "2026-11-22T21:01" }, "scheduled"],
  [{ draft: false, start: "2026-11-23T00:00" }, "scheduled"],
  [{ draft: false, start: "2026-11-01T00:00", until: "2026-11-22" }, "published"],
  [{ draft: false, start: "2026-11-01T00:00", until: "2026-11-21" }, "ended"],
  [{ draft: true, start: "2026-11-01T00:00", until: "2026-11-21" }, "draft"],
])("in the evening of November 22, 2026, in Bogotá, %j is %s", (article, publication) => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-22T21:00:00-05:00") });
  expect(publicationOf(article)).toBe(publication);
});
