import { expect, test } from "vitest";
import { cleanLink, isLink } from "./link.ts";

test.each([
  ["https://www.linkedin.com/in/ana-torres", "https://www.linkedin.com/in/ana-torres"],
  ["  http://cv.test/ana.pdf?dl=1#page=2\n", "http://cv.test/ana.pdf?dl=1#page=2"],
  ["linkedin.com/in/ana", "https://linkedin.com/in/ana"],
  ["www.ñandú.co", "https://www.ñandú.co"],
  ["drive.google.com?id=1", "https://drive.google.com?id=1"],
  ["HTTPS://CV.test/José", "HTTPS://CV.test/José"],
])("%j is a link, also as people type it", (typed, link) => {
  expect([cleanLink(typed), isLink(cleanLink(typed))]).toEqual([link, true]);
});

test.each([
  ["a word", "resume"],
  ["an address for mail", "ana@company.com"],
  ["two links", "https://cv.test/a https://cv.test/b"],
  ["another scheme", "javascript:alert(1)"],
  ["a file of their own", "file:///home/ana/cv.pdf"],
  ["a file by its name", "luz-peña.PDF"],
  ["a file by its path", "C:\\Users\\ana\\cv.pdf"],
  ["what pretends to be another site", "https://linkedin.com@evil.test/in/ana"],
  ["a machine without a domain", "http://localhost/cv"],
  ["markup", 'https://cv.test/"><script>'],
  ["nothing behind its scheme", "https://"],
  ["a host that is none", "https://cv..test:x/"],
])("%s is none", (_what, typed) => {
  expect(isLink(cleanLink(typed))).toBe(false);
});
