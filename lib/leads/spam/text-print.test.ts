import { expect, test } from "vitest";
import { areCopies, textPrint } from "./text-print.ts";

const text =
  "Our team would like to present a new way of buying office chairs to the people who decide in your company this month";

test.each([
  ["another name and address in it", `Dear Ana, ${text}. Write to ana@x.com or see https://x.com/1`, true],
  ["other capitals, numbers and lines", `${text.toUpperCase().replaceAll(" ", "\n")} 12 345`, true],
  ["a word in ten changed", text.replace("office", "garden").replace("company", "city"), true],
  ["its end cut off", text.split(" ").slice(0, 16).join(" "), true],
  [
    "half of it another",
    text.replace(/buying.*/, "reading old books about trains and their stations for children at home"),
    false,
  ],
  ["the same words in another order", text.split(" ").sort().join(" "), false],
  [
    "another text",
    "We need four engineers in Toronto from March and would like to know how your interviews are done",
    false,
  ],
])("a text with %s is a copy: %s", (_what, other, expected) => {
  expect(areCopies(textPrint(text) ?? "", textPrint(other) ?? "")).toBe(expected);
});

test("a text of less than twelve words has no print", () => {
  expect(textPrint("Please call me back about a team of four engineers tomorrow")).toBeNull();
  expect(textPrint("")).toBeNull();
});

test.each(["a ".repeat(5_000), "a".repeat(10_000), "a.b@".repeat(2_500), "\u{1f600}".repeat(5_000)])(
  "a text made to be slow is read at once",
  (message) => {
    const before = process.threadCpuUsage();
    textPrint(message);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(50);
  },
);
