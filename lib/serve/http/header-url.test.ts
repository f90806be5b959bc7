import { expect, test } from "vitest";
import { headerUrl } from "./header-url.ts";

const letters = Array.from({ length: 1_700 }, (_, index) => encodeURIComponent(String.fromCodePoint(0x4e00 + index)));

test.each([
  ["a page", "https://a.test/en/blog?x=1#y", "https://a.test/en/blog?x=1#y"],
  ["a name that is not ASCII", "http://dreamcode.%C3%B1.test", "http://dreamcode.xn--ida.test/"],
  ["the longest that a name can be", `http://${"a".repeat(250)}.test/`, `http://${"a".repeat(250)}.test/`],
  ["a long path", `http://a.test/${letters.join("")}`, `http://a.test/${letters.join("")}`],
  ["no address", "about:client", undefined],
  ["an address within another", `blob:http://0${letters.join("")}/`, undefined],
  ["a name of 300 signs and one more", `http://${"a".repeat(301)}/`, undefined],
  ["a name of 1,700 letters", `http://0${letters.join("")}`, undefined],
  ["one behind other signs", `hTtP:\\\\/0${letters.join("")}\\x`, undefined],
  ["one behind a user", `http://a@0${letters.join("")}:80?`, undefined],
])("of %s a header's address is what it is, or nothing", (_what, address, expected) => {
  expect(headerUrl(address)?.href).toBe(expected);
});
