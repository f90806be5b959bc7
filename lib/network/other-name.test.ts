import { expect, test } from "vitest";
import { otherName } from "./other-name.ts";

test.each([
  ["https://www.example.com", "example.com"],
  ["https://example.com:8443", "www.example.com"],
  ["https://site.example.com", "www.site.example.com"],
  ["http://localhost:3000", undefined],
  ["http://127.0.0.1:3000", undefined],
  ["http://[::1]:3000", undefined],
])("beside %s there is %s", (siteUrl, name) => {
  expect(otherName(siteUrl)).toBe(name);
});
