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

test.each([354, 150])(
  "%d in answer to the message says neither that it was taken nor that it was not",
  (responseCode) => {
    const told = { code: "EMESSAGE", command: "DATA", responseCode };
    expect(classifySmtpFailure(told, true, server)).toEqual({ class: "ambiguous" });
  },
);

test("a reply after the message was asked for is believed", () => {
  const told = { code: "EMESSAGE", command: "DATA", responseCode: 451 };
  expect(classifySmtpFailure(told, true, server)).toEqual({ class: "transient" });
});

test.each([
  ["EDNS", "ENOTFOUND", "there is no host of the name mail.company.com"],
  ["ESOCKET", "CERT_REVOKED", "the certificate of mail.company.com is not accepted (CERT_REVOKED)"],
  [
    "ESOCKET",
    "UNSPECIFIED",
    "the certificate of mail.company.com is not accepted: its key may be too short, or its signature too weak",
  ],
  ["ESOCKET", "ERR_TLS_CERT_ALTNAME_INVALID", "the certificate of mail.company.com is for another name"],
  [
    "ESOCKET",
    "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE",
    "mail.company.com and this machine agree on no TLS (ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE)",
  ],
  ["EAUTH", undefined, "mail.company.com refuses the user and password of SMTP_URL"],
])("%s with %s is about our set-up, in words without a secret", (code, originalCode, why) => {
  const told = { code, originalCode, command: "CONN" };
  expect(classifySmtpFailure(told, false, server)).toEqual({ class: "configuration", why });
});

test.each([
  ["EDNS", "EAI_AGAIN"],
  ["EDNS", "ETIMEOUT"],
  ["ESOCKET", "EAI_AGAIN"],
  ["ESOCKET", "ECONNREFUSED"],
  ["ESOCKET", "ECONNRESET"],
  ["ESOCKET", "EHOSTUNREACH"],
  ["ESOCKET", "ERR_SOCKET_CONNECTION_TIMEOUT"],
  ["ETIMEDOUT", undefined],
])("%s with %s is of the moment", (code, originalCode) => {
  const told = { code, originalCode, command: "CONN" };
  expect(classifySmtpFailure(told, false, server)).toEqual({ class: "transient" });
});

test.each([
  ["550 5.1.1 <x>: Recipient address rejected: User unknown in virtual mailbox table", "permanent"],
  ["550 5.2.1 The email account that you tried to reach is disabled", "permanent"],
  ["550 5.2.2 mailbox full, quota exceeded", "permanent"],
  ["550 No such user here", "permanent"],
  ["553 sorry, that domain isn't in my list of allowed rcpthosts", "refused"],
  ["550 5.1.8 Access denied, bad outbound sender", "refused"],
  ["550 Unrouteable address", "permanent"],
  ["550 Usuario desconocido", "permanent"],
  ["", "refused"],
  ["550 SMTP AUTH is required for message submission on port 587", "refused"],
  ["550 Access from your host rejected", "refused"],
  ["503 Bad sequence of commands", "refused"],
  ["500 Command unrecognized", "refused"],
  ["501 Syntax error in address", "refused"],
  ["550 HELO name does not resolve", "refused"],
  ["554 refused", "refused"],
  ["550 No more messages today", "refused"],
  ["550 Temporary failure, please try again later", "refused"],
  ["550 Requested action aborted: local error in processing", "refused"],
  ["571 Delivery not authorized", "refused"],
  ["550 Envio no autorizado", "refused"],
  ["550 Ha superado el maximo de correos por hora", "refused"],
  ["554 5.7.1 <x>: Relay access denied", "refused"],
  ["550-5.7.1 Invalid credentials for relay\r\n550 5.7.1 for more information", "refused"],
  ["554 5.7.1 Service unavailable; Client host [127.0.0.1] blocked using zen.example", "refused"],
  ["550 5.4.5 Daily sending quota exceeded", "refused"],
  ["550 5.3.4 message too big for system", "refused"],
  ["550 relay not permitted", "refused"],
  ["550 Sender verify failed", "refused"],
  ["550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients", "refused"],
  ["550 5.2.122 The recipient has exceeded their limit", "refused"],
  ["550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents", "refused"],
  ["550 5.2.0 SubmissionQuotaExceededException", "refused"],
  ["550 Not accepting messages from this IP", "refused"],
  ["521 mail.example does not take mail", "refused"],
  ["550 Administrative prohibition", "refused"],
  ["550 SPF check failed", "refused"],
  ["553 Reverse DNS lookup failed", "refused"],
  ["550 Unauthorized sender", "refused"],
  ["550 sender not recognized", "refused"],
  ["553 sorry, your envelope sender is in my badmailfrom list", "refused"],
  ["554 5.0.0 Sender listed in a blacklist", "refused"],
  ["550 Domain company.com has exceeded the max emails per hour", "refused"],
])("a recipient that is refused with %s is %s", (response, expected) => {
  const told = { code: "EENVELOPE", command: "RCPT TO", responseCode: Number(response.slice(0, 3)) || 550, response };
  expect(classifySmtpFailure(told, false, server)).toEqual({ class: expected });
});

test.each([
  ["550 5.4.5 Daily user sending limit exceeded", "refused"],
  ["554 Message rejected: Email address is not verified", "refused"],
  ["550 5.1.8 Access denied, bad outbound sender", "refused"],
  ["550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP", "refused"],
  [
    "550 5.7.708 Access denied, traffic not accepted from this IP. Go to http://go.microsoft.com/fwlink/?LinkId=526655",
    "refused",
  ],
  ["554 5.7.1 Service unavailable; client host [10.0.0.1] blocked using zen.spamhaus.org", "refused"],
  ["550 5.7.26 This mail is unauthenticated", "refused"],
  ["550 Maximum credits exceeded", "refused"],
  ["554 5.2.252 SendAsDenied; not allowed to send as", "refused"],
  ["554 5.2.0 SubmissionQuotaExceededException", "refused"],
  ["554 Sending paused for this account", "refused"],
  ["550 5.7.501 Access denied, spam abuse detected", "refused"],
  ["422 The From address is not a Sender Signature", "transient"],
  ["550 The From address is not a Sender Signature on your account", "refused"],
  ["550 Account suspended", "refused"],
  ["550 5.7.1 Our system has detected that this message is likely spam", "content"],
  ["554 5.6.0 Message contains invalid header", "content"],
  ["554 5.7.1 rejected: a URL in it is on a block list", "content"],
  ["554 Transaction failed", "content"],
  ["550 5.1.1 <ana@company.com>: Recipient address rejected: User unknown", "permanent"],
  ["552 5.2.2 Mailbox full", "permanent"],
  ["554 delivery error: dd This user doesn't have a yahoo.com account (ana@yahoo.com) [0]", "permanent"],
  ["550 No such user here", "permanent"],
  ["552 5.2.3 Message length exceeds administrative limit", "content"],
  ["554 5.2.0 Message rejected", "content"],
  ["550 5.1.1 spam content of an unknown user", "content"],
  ["550 Spam from an unknown address", "content"],
  ["550 Your account does not have permission to send", "refused"],
  ["550 Sender address does not exist", "refused"],
  ["550 unknown user: authentication required", "refused"],
  ["554 User quota not found", "refused"],
  ["550 Message rejected: account not found for sending", "refused"],
  ["554 Sender account unknown", "refused"],
  ["554 Account does not have sufficient credits", "content"],
  ["550 Invalid address in From header", "content"],
])("a message that is refused with %s is %s", (response, expected) => {
  const told = { code: "EMESSAGE", command: "DATA", responseCode: Number(response.slice(0, 3)), response };
  expect(classifySmtpFailure(told, true, server)).toEqual({ class: expected });
});

test.each([
  ["552 5.2.2 Mailbox full", "permanent"],
  ["550 5.1.1 No such user", "permanent"],
  ["552 5.3.4 Message too big", "refused"],
  ["552 Requested mail action aborted: exceeded storage allocation", "refused"],
  ["554 5.7.1 <DATA>: Data command rejected: Access denied", "refused"],
  ["554 Transaction failed", "refused"],
])(
  "a recipient that is refused before the message, with %s, is %s, and stops no other's mail",
  (response, expected) => {
    const told = { code: "EENVELOPE", command: "DATA", responseCode: Number(response.slice(0, 3)), response };
    expect(classifySmtpFailure(told, false, server)).toEqual({ class: expected });
  },
);
