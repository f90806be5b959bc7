import fc from "fast-check";
import { expect, test } from "vitest";
import { headerText } from "./header-text.ts";

test.each([
  ["Ana\r\nBcc: x@evil.test", "Ana Bcc: x@evil.test"],
  ["A\u0000n\u0007a\u001b[31m", "A n a [31m"],
  ["invoice\u202egpj.exe", "invoicegpj.exe"],
  ["A\u2066n\u200ba\u200d\ufeff", "Ana"],
  ["  Ana\u00a0\t Torres\u2028", "Ana Torres"],
  ["Jose\u0301", "José"],
  ["Ana 👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "Ana 👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  ["می\u200cخواهم \u200c", "می\u200cخواهم"],
  ["A\u{e0048}na\u3164", "Ana"],
  ["half \ud83d", "half \ufffd"],
  ["李小龍 محمد", "李小龍 محمد"],
  ["x".repeat(150), "x".repeat(150)],
  ["x".repeat(151), `${"x".repeat(149)}…`],
  ["🟡".repeat(200), `${"🟡".repeat(149)}…`],
])("%j becomes %j", (value, expected) => {
  expect(headerText(value)).toBe(expected);
});

test("whatever is typed, a header gets one clean line of 150 characters at most", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (value) => {
      const line = headerText(value);
      expect(line).not.toMatch(/[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
      expect(line.isWellFormed()).toBe(true);
      expect([...line].length).toBeLessThanOrEqual(150);
    }),
  );
});
