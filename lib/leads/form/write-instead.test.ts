import { expect, test } from "vitest";
import { writeInstead } from "./write-instead.ts";

const cut = "(Please paste the rest here.)";

test("a mail program that opens the link has everything that was typed, and nobody else as a recipient", () => {
  const values = { name: "Ana & Luz", email: "ana@company.com?bcc=x@evil.test", message: "Línea 1\r\n#2 &cc=x\ud800" };

  const { href, rest } = writeInstead("hello@dreamcode.test", {
    form: "contact",
    values: { ...values, consent: "on" },
    subject: "Two engineers",
    cut,
  });

  const link = new URL(href);
  expect(decodeURIComponent(link.pathname)).toBe("hello@dreamcode.test");
  expect([...link.searchParams.keys()]).toEqual(["subject", "body"]);
  expect(link.searchParams.get("subject")).toBe("Two engineers");
  expect(link.searchParams.get("body")).toBe(
    "Ana & Luz\r\n\r\nana@company.com?bcc=x@evil.test\r\n\r\nLínea 1\r\n#2 &cc=x\ufffd",
  );
  expect(rest).toBeUndefined();
});

test.each([
  ["letters", "a"],
  ["accents", "ñ"],
  ["emoji", "👩‍💻"],
  ["lines", "x\n"],
])("a long text of %s is cut in the link, which Windows can open, and kept whole beside it", (_kind, piece) => {
  const message = piece.repeat(5_000);

  const { href, rest } = writeInstead("hello@dreamcode.test", {
    form: "contact",
    values: { name: "Ana", email: "ana@company.com", message },
    subject: "Send message",
    cut,
  });

  expect(href.length).toBeLessThanOrEqual(1_900);
  expect(href.length).toBeGreaterThan(1_800);
  const body = new URL(href).searchParams.get("body") ?? "";
  expect(body.startsWith("Ana\r\n\r\nana@company.com\r\n\r\n")).toBe(true);
  expect(body.endsWith(`\r\n\r\n${cut}`)).toBe(true);
  expect(body.isWellFormed()).toBe(true);
  expect(rest).toBe(`Ana\n\nana@company.com\n\n${message}`);
});
