import { expect, test } from "vitest";
import { clearTextWarning } from "./clear-text-warning.ts";

test.each([
  ["smtp://user:hunter2@mail.company.com?ignoreTLS=true", "the password goes out in clear, and every mail"],
  ["smtp://user:hunter2@10.0.0.1:25?ignoreTLS=true", "the password goes out in clear, and every mail"],
  ["smtp://user:hunter2@localhost.company.com?ignoreTLS=true", "the password goes out in clear, and every mail"],
  ["smtp://mail.company.com?ignoreTLS=true", "every mail goes out in clear"],
])("%s is said loudly at the start, without the password", (url, what) => {
  const warning = clearTextWarning(url);
  expect(warning).toMatch(/^\*\*\* .+ \*\*\*$/);
  expect(warning).toContain(what);
  expect(warning).not.toContain("hunter2");
});

test.each([
  "smtp://user:pass@mail.company.com",
  "smtps://user:pass@mail.company.com",
  "smtp://mail.company.com",
  "smtp://user:pass@localhost:1025?ignoreTLS=true",
  "smtp://user:pass@127.8.9.1?ignoreTLS=true",
  "smtp://user:pass@[::1]?ignoreTLS=true",
  "smtp://user:pass@[::ffff:127.0.0.1]?ignoreTLS=true",
])("%s is no reason for a warning", (url) => {
  expect(clearTextWarning(url)).toBeUndefined();
});
