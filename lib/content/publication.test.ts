import { expect, test } from "vitest";
import { publicationOf } from "./publication.ts";

const today = new Date().toISOString().slice(0, 10);

test.each([
  [{ draft: false, date: today }, "published"],
  [{ draft: false, date: "2021-11-09" }, "published"],
  [{ draft: false, date: "2999-01-01" }, "scheduled"],
  [{ draft: true, date: "2021-11-09" }, "draft"],
  [{ draft: true, date: "2999-01-01" }, "draft"],
])("%j is %s", (article, publication) => {
  expect(publicationOf(article)).toBe(publication);
});
