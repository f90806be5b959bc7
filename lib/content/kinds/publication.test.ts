import { afterEach, expect, test, vi } from "vitest";
import { publicationOf } from "./publication.ts";

afterEach(() => vi.useRealTimers());

test.each([
  [{ draft: false, date: "2026-11-22" }, "published"],
  [{ draft: false, date: "2021-11-09" }, "published"],
  [{ draft: false, date: "2999-01-01" }, "scheduled"],
  [{ draft: true, date: "2021-11-09" }, "draft"],
  [{ draft: true, date: "2999-01-01" }, "draft"],
  [{ draft: false, date: "2026-11-23" }, "scheduled"],
])("in the evening of November 22, 2026, in Bogotá, %j is %s", (article, publication) => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-22T21:00:00-05:00") });
  expect(publicationOf(article)).toBe(publication);
});
