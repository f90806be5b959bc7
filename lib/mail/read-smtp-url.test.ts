import { expect, test } from "vitest";
import { readSmtpUrl } from "./read-smtp-url.ts";

test.each([
  ["smtp://user:pass@mail.company.com", true],
  ["smtp://user:pass@ñandú.co", true],
  ["smtp://user:pass@localhost.company.com", true],
  ["smtp://user:pass@127.0.0.1.company.com", true],
  ["smtp://user:pass@0.0.0.0", true],
  ["smtp://user:pass@192.168.1.5", true],
  ["smtp://user:pass@[fe80::1]", true],
  ["smtp://user:pass@LOCALHOST:587", false],
  ["smtp://user:pass@127.255.0.1", false],
  ["smtp://user:pass@127.1", false],
  ["smtp://user:pass@[::1]:25", false],
  ["smtp://user:pass@[0:0:0:0:0:0:0:1]", false],
  ["smtp://user:pass@[::ffff:127.0.0.1]", false],
  ["smtps://user:pass@mail.company.com", false],
  ["smtp://user:pass@mail.company.com?ignoreTLS=true", false],
  ["smtp://mail.company.com", false],
])("%s: whether STARTTLS has to come first is %j", (url, expected) => {
  expect(readSmtpUrl(url).needsTls).toBe(expected);
});

test.each([
  ["smtp://mail.company.com", "mail.company.com", 587],
  ["smtps://mail.company.com", "mail.company.com", 465],
  ["smtp://Mail.Ñandú.co:2525", "mail.xn--and-6ma2c.co", 2525],
  ["smtp://[::1]:25", "::1", 25],
])("%s is %s, port %d", (url, host, port) => {
  expect(readSmtpUrl(url)).toMatchObject({ host, port });
});

test("nodemailer gets no parameter to set its options by", () => {
  expect(readSmtpUrl("smtp://user:p%40ss@mail.company.com?tls.rejectUnauthorized=false").url).toBe(
    "smtp://user:p%40ss@mail.company.com",
  );
});
