import { expect, test } from "vitest";
import { classifySmtpFailure } from "./classify-smtp-failure.ts";

// What nodemailer 10.6.0 shows when a server falls silent: after its 10 minutes, which no test waits for.
test.each([
  ["before it asked for the message", false, "transient"],
  ["after it asked for the message", true, "ambiguous"],
])("a server that falls silent %s", (_when, messageAskedFor, expected) => {
  expect(classifySmtpFailure({ code: "ETIMEDOUT", command: "CONN" }, messageAskedFor)).toBe(expected);
});

test("a reply after the message was asked for is believed", () => {
  expect(classifySmtpFailure({ code: "EMESSAGE", command: "DATA", responseCode: 451 }, true)).toBe("transient");
});
