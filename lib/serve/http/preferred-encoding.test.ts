import { expect, test } from "vitest";
import { preferredEncoding } from "./preferred-encoding.ts";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["GZIP;Q=1", "gzip"],
  ["br;q=0.5, gzip", "gzip"],
  ["br ; q=1.0 , gzip;q=0.8", "br"],
  ["br;q=0, gzip;q=0", "identity"],
  ["*", "br"],
  ["br;q=0, *;q=0.1", "gzip"],
  ["identity", "identity"],
  ["gzip;q=x", "identity"],
  ["brotli", "identity"],
])("who accepts %s gets %s", (header, encoding) => {
  expect(preferredEncoding(header)).toBe(encoding);
});
