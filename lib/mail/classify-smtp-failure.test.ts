import { expect, test } from "vitest";
import { classifySmtpFailure } from "./classify-smtp-failure.ts";
import { readSmtpUrl } from "./read-smtp-url.ts";

const server = readSmtpUrl("smtps://user:hunter2@mail.company.com");

// What nodemailer 10.6.0 shows when a server falls silent: after its 10 minutes, which no test waits for.
test.each([
  ["before it asked for the message", false, "transient"],
  ["after it asked for the message", true, "ambiguous"],
])("a server that falls silent %s", (_when, messageAskedFor, expected) => {
  const told = { code: "ETIMEDOUT", command: "CONN" };
  expect(classifySmtpFailure(told, messageAskedFor, server)).toEqual({ class: expected });
});

test("a reply after the message was asked for is believed", () => {
  const told = { code: "EMESSAGE", command: "DATA", responseCode: 451 };
  expect(classifySmtpFailure(told, true, server)).toEqual({ class: "transient" });
});
