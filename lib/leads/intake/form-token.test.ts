import { expect, test } from "vitest";
import { formToken, tokenAge } from "./form-token.ts";

const made = new Date("2026-11-21T12:00:00.000Z");
const after = (seconds: number) => new Date(made.getTime() + seconds * 1000);
const token = formToken("contact", "a secret", made);

test.each([
  [0, 0],
  [1.5, 1.5],
  [86_400, 86_400],
  [86_400.001, null],
  [-1, null],
])("%d seconds after it was made a token tells %d", (seconds, age) => {
  expect(tokenAge(token, "contact", "a secret", after(seconds))).toBe(age);
});

test.each([
  undefined,
  "",
  ".",
  "a.b.c",
  token.replace(".", ""),
  `${token}.`,
  `x${token}`,
  `${token.slice(0, -1)}é`,
  formToken("contact", "another secret", made),
  formToken("inquiry", "a secret", made),
])("%j is no token of ours", (wrong) => {
  expect(tokenAge(wrong, "contact", "a secret", after(10))).toBeNull();
});

test("an older time under the signature of another is no token of ours", () => {
  const [older] = formToken("contact", "x", after(-600)).split(".");
  const [, ...rest] = token.split(".");
  expect(tokenAge([older, ...rest].join("."), "contact", "a secret", after(10))).toBeNull();
});

test("two forms that were touched at the same moment have tokens of their own", () => {
  expect(formToken("contact", "a secret", made)).not.toBe(token);
});
