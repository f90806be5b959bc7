import { expect, test } from "vitest";
import { mailtoLink } from "./mailto-link.ts";

test("a mail program that opens the link has everything that was typed, and nobody else as a recipient", () => {
  const values = { name: "Ana & Luz", email: "ana@company.com?bcc=x@evil.test", message: "Línea 1\n#2 &cc=x\ud800" };

  const link = new URL(mailtoLink("hello@dreamcode.test", "contact", { ...values, consent: "on" }, "Two engineers"));

  expect(decodeURIComponent(link.pathname)).toBe("hello@dreamcode.test");
  expect([...link.searchParams.keys()]).toEqual(["subject", "body"]);
  expect(link.searchParams.get("subject")).toBe("Two engineers");
  expect(link.searchParams.get("body")).toBe(
    "Ana & Luz\r\n\r\nana@company.com?bcc=x@evil.test\r\n\r\nLínea 1\n#2 &cc=x\ufffd",
  );
});
