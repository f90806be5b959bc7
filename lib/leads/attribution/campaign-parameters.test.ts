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
