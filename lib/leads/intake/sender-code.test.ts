import { expect, test } from "vitest";
import { senderCode } from "./sender-code.ts";

const now = new Date("2026-11-21T12:00:00.000Z");
const code = (address: string, secret = "a secret", at = now) => senderCode(address, secret, at);

test.each([
  ["203.0.113.7", "203.0.113.7", true],
  ["203.0.113.7", "203.0.113.8", false],
  ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true],
  ["2001:db8:1:2::1", "2001:0DB8:0001:0002:0:0:0:9", true],
  ["2001:db8::1:2:3", "2001:db8:0:0:9::", true],
  ["2001:db8:1:2::1", "2001:db8:1:3::1", true],
  ["2001:db8:1::1", "2001:db8:2::1", false],
  ["fe80::1%eth0", "fe80::2", true],
  ["::1", "2001:db8::1", false],
])("%s and %s are one sender: %s", (one, other, expected) => {
  expect(code(one) === code(other)).toBe(expected);
});

test("a sender has another code tomorrow, and under another secret", () => {
  const tomorrow = new Date("2026-11-22T00:00:00.000Z");
  expect(new Set([code("::1"), code("::1", "a secret", tomorrow), code("::1", "another")]).size).toBe(3);
});

test("a code does not show the address", () => {
  expect(code("203.0.113.7")).toMatch(/^[\w-]{43}$/);
});
