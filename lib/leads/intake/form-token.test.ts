import { expect, test } from "vitest";
import { formToken, tokenAge } from "./form-token.ts";

const made = new Date("2026-11-21T12:00:00.000Z");
const after = (seconds: number) => new Date(made.getTime() + seconds * 1000);
const token = formToken("a secret", made);

test.each([
  [0, 0],
  [1.5, 1.5],
  [86_400, 86_400],
  [86_400.001, null],
  [-1, null],
])("%d seconds after it was made a token tells %d", (seconds, age) => {
  expect(tokenAge(token, "a secret", after(seconds))).toBe(age);
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
  formToken("another secret", made),
])("%j is no token of ours", (wrong) => {
  expect(tokenAge(wrong, "a secret", after(10))).toBeNull();
});

test("an older time under the signature of another is no token of ours", () => {
  const older = formToken("x", after(-600)).split(".")[0];
  expect(tokenAge(`${older}.${token.split(".")[1]}`, "a secret", after(10))).toBeNull();
});
