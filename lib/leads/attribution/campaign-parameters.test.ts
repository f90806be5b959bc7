import { expect, test } from "vitest";
import { campaignParameters } from "./campaign-parameters.ts";

test.each([
  ["", []],
  [
    "utm_source=letter&utm_medium=email&page=2",
    [
      ["utm_source", "letter"],
      ["utm_medium", "email"],
    ],
  ],
  ["gclid=a&gclid=b", [["gclid", "a"]]],
  ["utm_source=&utm_term=+", []],
  ["UTM_SOURCE=x&email=ana%40acme.test", []],
  [`utm_term=${"x".repeat(5_000)}`, [["utm_term", "x".repeat(200)]]],
  [`utm_term=${encodeURIComponent("🦜".repeat(300))}`, [["utm_term", "🦜".repeat(200)]]],
  ["utm_source=a%0D%0Ab%00%E2%80%AEc", [["utm_source", "a bc"]]],
  ["utm_source=%ff%zz%", [["utm_source", "\ufffd%zz%"]]],
])("of ?%s what a campaign put there is kept", (query, kept) => {
  expect(campaignParameters(new URLSearchParams(query))).toEqual(kept);
});

test.each([
  [4_000, true],
  [4_001, false],
])("of a campaign of %d bytes, as links carry it, the last parameter is kept: %s", (bytes, isKept) => {
  const before = [
    ["utm_source", "🦜".repeat(200)],
    ["utm_medium", "🦜".repeat(60)],
  ];
  const start = "🦜".repeat(60);
  const left = bytes - sizeOf(...before) - sizeOf(["utm_campaign", start]);
  const last = ["utm_campaign", start + "x".repeat(left)];
  expect(campaignParameters(new URLSearchParams([...before, last]))).toEqual(isKept ? [...before, last] : before);

  function sizeOf(...parameters: string[][]) {
    return parameters.reduce((sum, each) => sum + new URLSearchParams([each]).toString().length, 0);
  }
});
