import { expect, test } from "vitest";
import { thanksFacts } from "./thanks-facts.ts";

test.each([
  ["cloud", "/en/services/cloud"],
  ["not-sure", undefined],
  ["gone", undefined],
])("what was asked about leads to its page where there is one: %s to %s", (service, href) => {
  const about = { service, title: "What it is", receivedAt: "2026-11-30T15:00:00.000Z", zone: undefined };
  const [topic] = thanksFacts({ about, offered: [], isGuess: true, place: "New York", page: "/call/x" }, "en");
  expect(topic).toMatchObject({ said: "What it is" });
  expect(topic?.href).toBe(href);
});
