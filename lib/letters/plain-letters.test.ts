import { expect, test } from "vitest";
import { plainLetters } from "./plain-letters.ts";

test("São Paulo, sa\u0303o paulo and ＳＡＯ ＰＡＵＬＯ are one name", () => {
  for (const written of ["São Paulo", "Sa\u0303o Paulo", "ＳＡＯ ＰＡＵＬＯ"])
    expect(plainLetters(written)).toBe("sao paulo");
});

test("ten thousand marks on one letter cost no more than as many letters do a few times over", () => {
  const seconds = (text: string) => {
    const begun = process.cpuUsage();
    for (let times = 0; times < 20; times++) plainLetters(text);
    return process.cpuUsage(begun).user;
  };
  seconds("é".repeat(10_000));
  const letters = seconds("é".repeat(10_000));
  expect(seconds(`e${"\u0344".repeat(5_000)}${"\u0f73".repeat(5_000)}`)).toBeLessThan(20 * letters);
});
